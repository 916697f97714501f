"""The parts and sections of a template as they would read."""

from app.domain.interview.conditions import Answered, Equals
from app.domain.interview.questions import AnswerKind, Option
from app.domain.interview.template import Part, ProseBlock, StartingRecord
from app.services.previewing.preview import preview
from tests.builders import question, role, section, template

WATCH = question(
    "watch", AnswerKind.CHOICES, example="Own staff", options=(Option("own", "Own staff"),)
)
CHANNEL = question("channel", example="the {{hotline}} **now**")
NIGHT = question("night", when=Equals("channel", "none"))
REPORTING = section(
    "reporting",
    prose=(
        ProseBlock("### Report to {{channel}}"),
        ProseBlock("- [x](role:lead) and [the boss](role:gone)\n- **{{watch}}**, {{night}}"),
        ProseBlock("See [y](section:scope), [](role:gone).", Answered("channel")),
    ),
    questions=(CHANNEL, WATCH, NIGHT),
)
SCOPE = section("scope", applies=Equals("channel", "none"), otherwise="Nobody *asked*.")


def shown(*sections, **fields):
    return preview(template(*sections, **fields))


def test_parts_and_sections_are_numbered_in_the_arrangement():
    parts = (Part("b", "Policy", ("scope",)), Part("a", "Work", ("reporting",)))

    found = shown(REPORTING, SCOPE, parts=parts)

    assert [(part.number, part.title) for part in found] == [("1", "Policy"), ("2", "Work")]
    assert [section.number for part in found for section in part.sections] == ["1.1", "2.1"]
    assert found[1].sections[0].purpose == "Why it is there."


def test_sections_without_a_part_are_shown_all_the_same():
    (part,) = shown(REPORTING, SCOPE)

    assert (part.title, len(part.sections)) == ("", 2)


def test_the_text_holds_words_only():
    starting = (StartingRecord(role("lead", "Incident lead")),)

    text = shown(REPORTING, SCOPE, starting=starting)[0].sections[0].text

    assert "(role:" not in text
    assert "](section:" not in text
    assert "- Incident lead and the boss" in text
    assert "**Own staff**, \N{HORIZONTAL ELLIPSIS}" in text
    assert text.endswith("See Scope, \N{HORIZONTAL ELLIPSIS}.")


def test_an_example_that_looks_like_syntax_is_shown_letter_by_letter():
    heading = shown(REPORTING, SCOPE)[0].sections[0].text.split("\n")[0]

    assert "\\" in heading
    assert "hotline" in heading


def test_a_section_that_does_not_apply_says_why():
    section = shown(REPORTING, SCOPE)[0].sections[1]

    assert (section.applies, section.text) == (False, "Nobody *asked*.")


def test_questions_are_those_that_are_asked():
    assert shown(REPORTING, SCOPE)[0].sections[0].questions == (
        "What is channel?",
        "What is watch?",
    )
    assert shown(REPORTING, SCOPE)[0].sections[1].questions == ()
