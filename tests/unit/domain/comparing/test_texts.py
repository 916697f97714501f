from dataclasses import replace
from typing import Any

import pytest

from app.domain.comparing.comparing import compare
from app.domain.comparing.texts import long_texts
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Plan, Record
from app.domain.plan.roles import RoleTier
from app.domain.plan.sections import Answer, Section
from tests.builders import person, plan_with, rid, role

LONG = "Declares the incident, sets its severity, and changes both when the facts change."
SCOPE = Section(rid("scope"), "Scope", "All sites.")
LEAD = role("lead", "Lead", duties=("Leads.", "Decides."), holder=rid("ann"))


def texts(old: Plan, new: Plan) -> list[tuple[str, str] | None]:
    return [
        long_texts(record, one, old, new)
        for record in compare(old, new).records
        for one in record.fields
    ]


def edited(before: Record, **changes: Any) -> tuple[str, str] | None:
    people = person("ann"), person("bob")
    (found,) = texts(plan_with(before, *people), plan_with(replace(before, **changes), *people))
    return found


def test_a_text_that_is_or_was_long_is_compared_as_a_whole():
    assert edited(SCOPE, prose=LONG) == ("All sites.", LONG)
    assert edited(replace(SCOPE, prose=LONG), prose="") == (LONG, "")
    assert edited(replace(SCOPE, prose="One.\nTwo."), prose="One.") == ("One.\nTwo.", "One.")


def test_what_a_sentence_quotes_needs_no_more():
    assert edited(SCOPE, prose="All staff.") is None
    assert edited(LEAD, duties=("Leads.", "Calls.")) is None


def test_a_list_is_compared_line_by_line_where_a_long_entry_changed():
    assert edited(LEAD, duties=("Leads.", LONG)) == ("Leads.\nDecides.", f"Leads.\n{LONG}")


def test_a_long_entry_that_stayed_is_no_reason_to_compare_the_list():
    assert edited(replace(LEAD, duties=(LONG, "Decides.")), duties=(LONG, "Calls.")) is None
    assert edited(replace(LEAD, duties=(LONG, "Calls.")), duties=("Calls.", LONG)) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"holder": rid("bob")},
        {"holder": None},
        {"tier": RoleTier.BOARD},
        {"deputies": (rid("ann"), rid("bob"))},
    ],
)
def test_names_of_records_and_choices_are_no_texts(changes):
    assert edited(LEAD, **changes) is None


def test_parts_and_numbers_are_no_texts():
    answer = Answer(rid("a"), rid("scope"), LONG)
    channel = Channel(ChannelKind.EMAIL, f"{LONG}@example.org")

    assert edited(answer, value=3) is None
    assert edited(answer, value=Duration(3, TimeUnit.DAYS)) is None
    assert edited(answer, value=f"{LONG} Always.") == (LONG, f"{LONG} Always.")
    assert edited(person("cy"), channels=(channel,)) is None


def test_a_record_that_came_or_went_has_nothing_to_compare():
    whole, empty = plan_with(replace(SCOPE, prose=LONG)), plan_with()

    assert set(texts(empty, whole)) == {None}
    assert set(texts(whole, empty)) == {None}
