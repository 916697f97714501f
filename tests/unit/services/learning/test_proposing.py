from dataclasses import fields

import pytest

from app.domain.plan.changes import apply
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Lesson
from app.domain.plan.plan import RECORD_TYPES
from app.domain.plan.sections import Section
from app.services.learning.proposing import TEXT_FIELD, Edit, Way, proposed
from tests.builders import plan_with, rid, role

RECOVERY = Section(rid("recovery"), "Recovery", "Restore first.\n")
LEAD = role("lead", duties=("Lead", "Decide"))
PLAN = plan_with(RECOVERY, LEAD, Section(rid("empty"), "Empty"))


def lesson(about: str, proposal: str = " Then verify. ") -> Lesson:
    return Lesson(rid("l"), "Nobody verified.", about=about, proposal=proposal)


def test_a_text_is_added_as_a_paragraph_of_its_own():
    edit = proposed(PLAN, lesson("sections/recovery"), Way.APPEND)

    assert edit == Edit(
        Kind.SECTION,
        rid("recovery"),
        "prose",
        "Restore first.\n",
        "Restore first.\n\nThen verify.",
    )
    after = apply(PLAN, (edit.change(PLAN),))
    assert after.sections[rid("recovery")].prose == "Restore first.\n\nThen verify."
    assert after.sections[rid("recovery")].title == "Recovery"


def test_a_text_takes_the_place_of_what_is_there():
    edit = proposed(PLAN, lesson("sections/recovery"), Way.REPLACE)

    assert edit is not None
    assert edit.after == "Then verify."


def test_an_empty_text_is_begun():
    edit = proposed(PLAN, lesson("sections/empty"), Way.APPEND)

    assert edit is not None
    assert edit.after == "Then verify."


def test_a_list_gets_one_entry_a_line():
    edit = proposed(PLAN, lesson("roles/lead", "Verify\n\n Tell "), Way.APPEND)

    assert edit is not None
    assert (edit.before, edit.after) == ("Lead\nDecide", "Lead\nDecide\nVerify\n\n Tell")
    after = apply(PLAN, (edit.change(PLAN),))
    assert after.roles[rid("lead")].duties == ("Lead", "Decide", "Verify", "Tell")


@pytest.mark.parametrize(
    "one",
    [
        lesson(""),
        lesson("sections/gone"),
        lesson("moons/recovery"),
        lesson("people/ada"),
        lesson("sections/recovery", " \n"),
    ],
)
def test_where_no_text_can_take_it_nothing_is_proposed(one):
    assert proposed(PLAN, one, Way.APPEND) is None


def test_each_field_is_one_of_its_record():
    for kind, field in TEXT_FIELD.items():
        assert field in {item.name for item in fields(RECORD_TYPES[kind])}


def test_a_record_that_went_cannot_be_edited():
    edit = proposed(PLAN, lesson("sections/recovery"), Way.APPEND)

    assert edit is not None
    with pytest.raises(KeyError):
        edit.change(plan_with())
