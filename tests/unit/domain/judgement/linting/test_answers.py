from app.domain.judgement.findings import Weight
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from tests.builders import rid
from tests.unit.domain.judgement.subjects import found, text


def answer(key, value="Because."):
    return Answer(rid(key), rid("purpose"), value)


def test_a_required_question_that_is_open_is_named_in_its_words():
    [finding] = found("answer.open", text("purpose"))

    assert finding.reason == "Not stated: What is why?"
    assert finding.weight is Weight.WARN
    assert (finding.record, finding.section, finding.field) == ("purpose", "purpose", "why")


def test_an_answered_an_optional_and_a_question_not_asked_are_not_open():
    open_ones = found("answer.open", text("purpose"), answer("why"))

    assert [finding.field for finding in open_ones] == ["detail"]


def test_a_blank_answer_leaves_the_question_open():
    open_ones = found("answer.open", text("purpose"), answer("why", " "))

    assert [finding.field for finding in open_ones] == ["why"]


def test_a_section_without_text_blocks():
    [finding] = found("section.empty", text("purpose", " \n"))

    assert finding.reason == "The section Purpose has no text."
    assert finding.weight is Weight.BLOCKS


def test_a_section_with_text_is_not_empty():
    assert not found("section.empty", text("purpose"))


def test_a_variable_that_stands_for_nothing_blocks_and_names_its_question():
    [finding] = found("text.open-variable", text("scope", "It is {{why}}, {{why}}."))

    assert finding.reason == "The text of Scope waits for an answer: What is why?"
    assert finding.weight is Weight.BLOCKS
    assert finding.field == "why"


def test_a_variable_nobody_asks_for_is_named_itself():
    [finding] = found("text.open-variable", text("scope", "{{nonsense}}"))

    assert finding.reason == (
        "The text of Scope waits for an answer: {{nonsense}} stands for nothing."
    )


def test_a_variable_with_an_answer_is_not_open():
    prose = "{{why}} {{organisation}} {{profile.owner}}"
    profile = Profile(short_name="Acme", owner="Ada")

    assert not found("text.open-variable", text("scope", prose), answer("why"), profile=profile)


def test_a_section_that_does_not_apply_is_left_alone():
    prose = text("purpose", "{{why}}", not_applicable="We have none.")
    empty = text("scope", "", not_applicable="We have none.")

    for code in ("answer.open", "section.empty", "text.open-variable"):
        assert not found(code, prose, empty)


def test_blanks_are_no_reason_not_to_apply():
    section = text("purpose", "", not_applicable="  ")

    assert found("answer.open", section)
    assert found("section.empty", section)
    assert found("text.open-variable", text("purpose", "{{why}}", not_applicable="  "))
