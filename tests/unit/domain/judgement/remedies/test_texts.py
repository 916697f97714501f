import pytest

from app.domain.interview.template import ProseBlock
from tests.builders import plan_with, rid, section, template
from tests.unit.domain.judgement.remedies.mending import Bench
from tests.unit.domain.judgement.subjects import text


def prose(code, words):
    return Bench(plan_with(text(prose=words))).mended(code).sections[rid("purpose")].prose


@pytest.mark.parametrize(
    ("withdrawn", "current"),
    [
        ("See NIST SP 800-61 Rev. 2 and 800-61r2.", "See NIST SP 800-61 Rev. 3 and 800-61r3."),
        ("Under **ISO/IEC 27001:2013**.", "Under **ISO/IEC 27001:2022**."),
        ("CSF v1.1, CSF 1.0", "CSF v2.0, CSF 2.0"),
    ],
)
def test_the_edition_in_force_is_cited_instead(withdrawn, current):
    assert prose("text.withdrawn-standard", withdrawn) == current


def test_a_citation_broken_by_marks_needs_a_person():
    bench = Bench(plan_with(text(prose="Under ISO/IEC 27001:**2013**.")))

    assert bench.offered("text.withdrawn-standard") is None


def test_should_becomes_shall():
    mended = prose("text.weak-duty", "Staff should report. Everybody *should* help.")

    assert mended == "Staff shall report. Everybody *shall* help."


@pytest.mark.parametrize(
    "words",
    [
        "Report as appropriate.",
        "Act as needed, as staff should.",
        "It should, etc.",
        "Should it fail, call the lead.",
        "Call the lead, should the network fail.",
        "Staff SHOULD report.",
    ],
)
def test_other_weak_words_need_a_person(words):
    assert Bench(plan_with(text(prose=words))).offered("text.weak-duty") is None


def drafted(words):
    return template(section("purpose", prose=(ProseBlock(words),)))


def test_an_empty_section_gets_the_text_of_the_template():
    bench = Bench(plan_with(text(prose=" ")), drafted("The purpose."))

    assert bench.mended("section.empty").sections[rid("purpose")].prose == "The purpose."


def test_a_text_that_waits_for_an_answer_is_not_put_in():
    empty = plan_with(text(prose=""))

    assert Bench(empty, drafted("It is {{why}}.")).offered("section.empty") is None
    assert Bench(empty, drafted(" ")).offered("section.empty") is None
    assert Bench(empty, template(section("scope"))).offered("section.empty") is None
