from app.domain.judgement.completeness import TABLE_NAMES, TABLES, judge_section
from app.domain.plan.plan import Kind
from app.domain.plan.profile import Profile
from app.domain.plan.sections import SECTION_KEYS, Answer
from tests.builders import person, rid
from tests.unit.domain.judgement.subjects import EMAIL, context, text


def status(section, *records, profile=None):
    return judge_section(context(section, *records, profile=profile), section)


def answer(key, value="Because."):
    return Answer(rid(key), rid("purpose"), value)


def test_a_section_with_text_and_its_answers_is_complete():
    found = status(text("purpose"), answer("why"), answer("detail"))

    assert found.complete
    assert (found.done, found.needed, found.share) == (3, 3, 1.0)


def test_open_questions_are_named():
    found = status(text("purpose"))

    assert found.open_questions == ("why",)
    assert (found.done, found.needed, found.share) == (1, 2, 0.5)


def test_an_answer_that_raises_another_question_adds_to_what_is_needed():
    found = status(text("purpose"), answer("why"))

    assert found.open_questions == ("detail",)
    assert (found.done, found.needed) == (2, 3)


def test_an_empty_section_lacks_its_text():
    found = status(text("odd", " \n"))

    assert not found.has_text
    assert (found.done, found.needed, found.share) == (0, 1, 0.0)


def test_a_section_needs_a_record_in_each_table_it_presents():
    ada = person("ada", channels=(EMAIL,))

    found = status(text("contacts"), ada, Answer(rid("regions"), rid("contacts"), ("EU",)))

    assert found.empty_tables == (Kind.PARTY,)
    assert (found.done, found.needed) == (3, 4)


def test_variables_that_stand_for_nothing_are_open():
    section = text("odd", "{{why}}, {{note}}, {{why}}, {{organisation}}")

    found = status(section, answer("note"), profile=Profile(legal_name="Acme AG"))

    assert found.words == ("why", "note", "organisation")
    assert found.open_words == ("why",)
    assert (found.done, found.needed) == (3, 4)


def test_a_section_that_does_not_apply_needs_nothing():
    found = status(text("purpose", "{{why}}", not_applicable="We have none."))

    assert not found.applicable
    assert found.complete
    assert (found.needed, found.share) == (0, 1.0)


def test_a_blank_reason_leaves_a_section_in_place():
    assert status(text("purpose", not_applicable=" ")).applicable


def test_tables_are_presented_by_known_sections_and_have_names():
    assert set(TABLES) <= set(SECTION_KEYS)
    assert {kind for kinds in TABLES.values() for kind in kinds} <= set(TABLE_NAMES)
