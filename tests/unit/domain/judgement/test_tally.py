import pytest

from app.domain.judgement.linting.rule import CountRule
from app.domain.judgement.tally import Tally
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.plan import Kind
from tests.builders import person, plan_with, rid

LETTERS = CountRule("letters", Kind.PERSON, lambda one: one.name[:1], lambda context, counts: ())
PLAN = plan_with(person("ada"), person("amy"), person("bob"))


def test_records_are_counted_by_fact():
    assert Tally(LETTERS, PLAN).counts == {"A": 2, "B": 1}


@pytest.mark.parametrize(
    ("change", "moved", "counts"),
    [
        (put(PLAN, person("cy")), True, {"A": 2, "B": 1, "C": 1}),
        (put(PLAN, person("ada", "Bea")), True, {"A": 1, "B": 2}),
        (put(PLAN, person("bob", "Axel")), True, {"A": 3}),
        (remove(PLAN, Kind.PERSON, rid("bob")), True, {"A": 2}),
        (put(PLAN, person("ada", "Amelie")), False, {"A": 2, "B": 1}),
        (put(PLAN, person("bob"), 0), False, {"A": 2, "B": 1}),
    ],
)
def test_counts_follow_a_change_and_say_whether_it_mattered(change, moved, counts):
    tally = Tally(LETTERS, PLAN)

    assert tally.update((change,)) is moved
    assert dict(tally.counts) == counts == dict(Tally(LETTERS, apply(PLAN, (change,))).counts)


def test_records_of_other_tables_do_not_count():
    tally = Tally(CountRule("roles", Kind.ROLE, lambda one: 1, lambda context, counts: ()), PLAN)

    assert tally.update((put(PLAN, person("cy")),)) is False
    assert tally.counts == {}
