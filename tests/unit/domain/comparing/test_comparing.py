from dataclasses import dataclass, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from app.domain.comparing.comparing import compare
from app.domain.comparing.comparison import Comparison, Fate, FieldDifference, RecordDifference
from app.domain.plan.changes import difference
from app.domain.plan.kinds import Kind
from app.domain.plan.naming import NAME_FIELD
from app.domain.plan.people import Person
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Term
from app.domain.plan.records import Records
from app.domain.plan.roles import RoleTier
from tests.builders import QUICK, person, plan_with, rid, role, small_plans

ABCD = plan_with(person("a"), person("b"), person("c"), person("d"))


def listed(comparison: Comparison) -> list[tuple[str, str]]:
    return [(one.id, one.fate.value) for one in comparison.records]


def test_equal_plans_do_not_differ():
    assert not compare(ABCD, ABCD)
    assert not compare(ABCD, plan_with(*ABCD.people.all()))


def test_an_edited_record_shows_each_field_that_differs_before_and_after():
    old = plan_with(role("lead", "Lead", duties=("Leads",), holder=rid("a")))
    new = plan_with(role("lead", "Incident lead", tier=RoleTier.CRISIS, duties=("Leads",)))

    (one,) = compare(old, new).records

    assert one == RecordDifference(
        Kind.ROLE,
        rid("lead"),
        "Incident lead",
        Fate.EDITED,
        (
            FieldDifference("name", "Lead", "Incident lead"),
            FieldDifference("tier", "incident", "crisis"),
            FieldDifference("holder", "a", None),
        ),
    )


def test_an_added_or_removed_record_shows_what_it_says():
    without, ada = plan_with(), plan_with(person("a", "Ada", title="", unit="IT"))

    added = compare(without, ada).records
    removed = compare(ada, without).records

    assert added[0].fate is Fate.ADDED
    assert added[0].fields == (
        FieldDifference("name", None, "Ada"),
        FieldDifference("unit", None, "IT"),
    )
    assert removed[0].fate is Fate.REMOVED
    assert removed[0].name == "Ada"
    assert removed[0].fields == (
        FieldDifference("name", "Ada", None),
        FieldDifference("unit", "IT", None),
    )


def test_a_moved_record_has_no_fields():
    moved = plan_with(person("b"), person("c"), person("d"), person("a"))

    (one,) = compare(ABCD, moved).records

    assert (one.id, one.fate, one.fields) == ("a", Fate.MOVED, ())


def test_a_record_edited_and_moved_counts_as_edited():
    moved = plan_with(person("b"), person("c"), person("d"), person("a", "New"))

    assert listed(compare(ABCD, moved)) == [("a", "edited")]


def test_differences_come_as_the_records_stand_and_removed_ones_where_they_stood():
    new = plan_with(person("b", "New"), person("x"), person("d", "New"))
    gone_at_the_front = plan_with(person("b", "New"), person("c"))

    assert listed(compare(ABCD, new)) == [
        ("a", "removed"),
        ("b", "edited"),
        ("c", "removed"),
        ("x", "added"),
        ("d", "edited"),
    ]
    assert listed(compare(ABCD, gone_at_the_front)) == [
        ("a", "removed"),
        ("b", "edited"),
        ("d", "removed"),
    ]


def test_kinds_come_in_the_order_of_the_plan():
    new = plan_with(role("lead"), person("a"), profile=Profile(legal_name="Acme"))

    kinds = [one.kind for one in compare(plan_with(), new).records]

    assert kinds == [Kind.PROFILE, Kind.PERSON, Kind.ROLE]


@QUICK
@given(small_plans(), small_plans())
def test_each_change_is_told_once_and_both_ways_tell_the_same(old, new):
    there, back = compare(old, new), compare(new, old)

    changed = {(one.kind, one.id) for one in difference(old, new)}
    assert {(one.kind, one.id) for one in there.records} == changed
    assert len(there.records) == len(changed)
    assert edits_of(there) == {
        (kind, key, field, before, after) for kind, key, field, after, before in edits_of(back)
    }


def edits_of(comparison: Comparison) -> set[tuple[Any, ...]]:
    return {
        (one.kind, one.id, field.field, field.before, field.after)
        for one in comparison.records
        if one.fate is Fate.EDITED
        for field in one.fields
    }


EACH = 500
LARGE = plan_with(
    *(person(f"p{at}") for at in range(EACH)),
    *(role(f"r{at}") for at in range(EACH)),
    *(Term(rid(f"t{at}"), f"Term {at}", "") for at in range(EACH)),
    *(PlaybookStep(rid(f"s{at}"), rid("b"), Phase.CLOSE, f"Do {at}") for at in range(EACH)),
)
"""2,000 records and the profile."""
KINDS = (Kind.PERSON, Kind.ROLE, Kind.TERM, Kind.STEP)


@dataclass(frozen=True)
class Edits:
    """What befalls one table; `added` are places, the others are records by their first place.

    Moved ones go from the first half to the end, so that no fewer moves lead there.
    """

    kind: Kind
    removed: frozenset[int]
    edited: frozenset[int]
    moved: tuple[int, ...]
    added: frozenset[int]


@st.composite
def table_edits(draw: st.DrawFn, kind: Kind) -> Edits:
    drawn = draw(st.lists(st.integers(0, EACH - 1), max_size=24, unique=True))
    fates = draw(st.lists(st.sampled_from("redm"), min_size=24, max_size=24))
    at: dict[str, list[int]] = {"r": [], "e": [], "d": [], "m": []}
    for place, fate in zip(drawn, fates, strict=False):
        at[fate if fate != "m" or place < EACH // 2 else "e"].append(place)
    return Edits(kind, frozenset(at["r"]), frozenset(at["e"]), tuple(at["m"]), frozenset(at["d"]))


def edited(plan: Plan, edits: Edits) -> Plan:
    rows = list(plan.table(edits.kind).all())
    field = NAME_FIELD.get(edits.kind, "name")
    kept = [
        replace(row, **{field: "Edited"}) if at in edits.edited else row
        for at, row in enumerate(rows)
        if at not in edits.removed and at not in edits.moved
    ]
    for at in sorted(edits.added):
        kept.insert(at, replace(rows[0], id=rid(f"new{at}")))
    return plan.with_table(edits.kind, Records([*kept, *(rows[at] for at in edits.moved)]))


def expected(edits: Edits) -> set[tuple[Kind, str, Fate]]:
    rows = LARGE.table(edits.kind).all()
    fates = ((edits.removed, Fate.REMOVED), (edits.edited, Fate.EDITED), (edits.moved, Fate.MOVED))
    known = {(edits.kind, rows[at].id, fate) for places, fate in fates for at in places}
    return known | {(edits.kind, f"new{at}", Fate.ADDED) for at in edits.added}


@settings(QUICK, max_examples=25)
@given(st.tuples(*(table_edits(kind) for kind in KINDS)))
def test_random_edits_of_a_large_plan_are_found_exactly(all_edits):
    new = LARGE
    for edits in all_edits:
        new = edited(new, edits)

    found = compare(LARGE, new).records

    assert len(found) == len({(one.kind, one.id) for one in found})
    assert {(one.kind, one.id, one.fate) for one in found} == set().union(*map(expected, all_edits))
    for one in found:
        if one.fate is Fate.EDITED:
            (field,) = one.fields
            assert (field.field, field.after) == (NAME_FIELD.get(one.kind, "name"), "Edited")


def test_shared_tables_are_never_looked_at():
    class Untouchable(Records[Person]):
        """Shared by both plans; nobody may read it."""

        @override
        def __iter__(self):
            raise AssertionError("was read")

    shared = Untouchable((person("a"),))
    old = plan_with(role("lead")).with_table(Kind.PERSON, shared)
    new = plan_with(role("lead", "Incident lead")).with_table(Kind.PERSON, shared)

    assert listed(compare(old, new)) == [("lead", "edited")]
