"""What records say, field by field."""

from dataclasses import replace

import pytest

from app.domain.plan.changes import apply, put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.roles import Role
from tests.ui.fakes import person, small_plan, small_template
from ui.models.record_facts import Fact, facts_of, subject_of

TEMPLATE = small_template()


def facts(plan, about):
    return facts_of(plan, TEMPLATE, about)


def test_a_person_is_told_without_the_name():
    told = facts(small_plan(person("ada", "Ada Byron")), "people/ada")

    assert all(fact.label[:1].isupper() for fact in told)
    assert all("Ada Byron" not in fact.text for fact in told)
    assert any("+44 117 496 0000" in fact.text for fact in told)


def test_a_long_text_of_a_person_is_told_whole():
    duty = " ".join(f"word{at}" for at in range(80))
    role = Role(RecordId("r"), "Lead", duties=(duty, "Second <b>duty</b>"), granted_by=duty)
    plan = small_plan()

    told = facts(apply(plan, (put(plan, role),)), "roles/r")

    assert duty in [fact.text for fact in told]
    assert f"{duty}\nSecond <b>duty</b>" in [fact.text for fact in told]


def test_links_are_told_by_name():
    plan = small_plan(person("ada", "Ada Byron"))
    role = Role(RecordId("r"), "Lead", holder=RecordId("ada"))

    told = facts(apply(plan, (put(plan, role),)), "roles/r")

    assert "Ada Byron" in [fact.text for fact in told]


def test_a_section_is_told_by_its_text_with_the_answers_put_in():
    plan = small_plan()
    section = plan.sections[RecordId("purpose")]
    prose = "See {{profile.legal_name}} and {{purpose.goal}}.\n\n- **one**\n"
    plan = apply(plan, (put(plan, replace(section, prose=prose)),))

    told = facts(plan, "sections/purpose")

    assert told == (Fact("", "See Ravensworth Mutual and [What is purpose.goal?].\none"),)


def test_a_section_that_does_not_apply_says_why():
    plan = small_plan()
    section = replace(plan.sections[RecordId("contacts")], not_applicable="No staff", prose="")

    told = facts(apply(plan, (put(plan, section),)), "sections/contacts")

    assert told == (Fact("", "No staff"),)


@pytest.mark.parametrize("about", ["", "people", "people/", "people/nobody", "dragons/x", "a/b/c"])
def test_what_is_not_there_says_nothing(about):
    plan = small_plan()

    assert subject_of(plan, about) is None
    assert facts(plan, about) == ()


def test_every_record_of_the_sample_can_be_told(sample_plan, shelf):
    template = shelf.template(sample_plan.profile.template, sample_plan.profile.language)
    told = 0
    for kind in Kind:
        for key in sample_plan.table(kind):
            for fact in facts_of(sample_plan, template, f"{kind.value}/{key}"):
                assert fact.text.strip()
                told += 1
    assert told > 500
