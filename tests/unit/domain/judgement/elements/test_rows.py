from datetime import date

import pytest

from app.domain.judgement.elements.element import Is, Mentions, Rows, Since
from app.domain.judgement.elements.rows import RowsProbe
from app.domain.plan.kinds import Kind
from app.domain.plan.roles import RoleTier
from tests.builders import person, rid, role
from tests.unit.domain.judgement.elements.judging import counts, gap

TWO = Rows(Kind.ROLE, 2, filled=("holder",))
EVERY = Rows(Kind.ROLE, 2, filled=("holder", "deputies"), every=True)
ADA = person("ada")


def held(key, **fields):
    return role(key, holder=rid("ada"), **fields)


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((held("a"), held("b"), role("c")), (2, 2)),
        ((held("a"), role("b")), (1, 2)),
        ((role("a"), role("b")), (0, 2)),
        ((), (0, 2)),
    ],
)
def test_enough_rows_are_needed(roles, expected):
    assert counts(TWO, ADA, *roles) == expected


def test_what_is_missing_is_counted_in_words():
    assert gap(TWO, ADA, held("a")) == "only 1 of 2 roles"
    assert gap(TWO) == "none among the roles"


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((held("a", deputies=(rid("ada"),)), held("b", deputies=(rid("ada"),))), (2, 2)),
        ((held("a", deputies=(rid("ada"),)), held("b"), held("c")), (1, 3)),
        ((held("a"), held("b")), (0, 2)),
        ((held("a", deputies=(rid("ada"),)),), (1, 2)),
    ],
)
def test_none_may_leave_a_field_open_when_every_one_counts(roles, expected):
    assert counts(EVERY, ADA, *roles) == expected


def test_those_that_leave_a_field_open_are_counted():
    found = gap(EVERY, ADA, held("a", deputies=(rid("ada"),)), held("b"), held("c"))

    assert found == "2 of 3 roles without holder or deputies"


def test_only_the_rows_that_are_meant_count():
    legal = Rows(Kind.ROLE, where=(Mentions(("name",), ("legal",)),), filled=("holder",))

    assert counts(legal, ADA, held("a", name="Finance")) == (0, 1)
    assert counts(legal, ADA, held("a", name="Legal adviser")) == (1, 1)


def test_a_holder_the_plan_does_not_have_is_none():
    assert counts(TWO, held("a"), held("b")) == (0, 2)


def test_rows_of_one_tier_can_be_asked_for():
    crisis = Rows(Kind.ROLE, where=(Is("tier", (RoleTier.CRISIS,)),))

    assert counts(crisis, role("a", tier=RoleTier.CRISIS)) == (1, 1)
    assert counts(crisis, role("a", tier=RoleTier.BOARD)) == (0, 1)


FRESH = Rows(Kind.PERSON, filled=("name",), meets=(Since("verified_on", 3),), every=True)
RECENT, LONG_AGO = date(2026, 11, 1), date(2025, 11, 1)


@pytest.mark.parametrize(
    ("days", "expected"),
    [((RECENT, RECENT), (2, 2)), ((RECENT, LONG_AGO), (1, 2)), ((None, LONG_AGO), (0, 2))],
)
def test_every_row_can_be_held_to_a_condition(days, expected):
    people = [person(f"p-{at}", verified_on=day) for at, day in enumerate(days)]

    assert counts(FRESH, *people) == expected


def test_what_fails_a_condition_is_told_with_its_field():
    assert gap(FRESH, person("a")) == "1 of 1 people without name or verified on"
    named = Rows(Kind.ROLE, meets=(Mentions(("duties",), ("legal",)),), every=True)
    assert gap(named, role("a")) == "1 of 1 roles without duties"


def test_the_question_that_decides_a_condition_is_known():
    kept = Rows(Kind.PERSON, meets=(Since("verified_on", "contacts.verify_interval"),))

    assert RowsProbe(kept).questions == ("contacts.verify_interval",)
