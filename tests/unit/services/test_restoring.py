"""Restoring on a store kept in memory: nothing is taken away but what changed since."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from app.domain.comparing.comparison import Fate
from app.domain.judgement.standards import Standards
from app.domain.lifecycle.matter import LIFE
from app.domain.plan.acts import Deed
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.governance import Action, Version
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.copies import Copy, CopyState
from app.services.history import Entry, RevisionUnknown, State, VersionUnknown
from app.services.opening import OpenPlan
from app.services.restoring import (
    OtherPlan,
    Past,
    changes_to,
    of_copy,
    of_revision,
    of_version,
    preview,
    restore,
)
from tests.builders import NOON, QUICK, person, plan_with, rid, role, section, template
from tests.fakes import FakeClock, MemoryStore, StoreBroken
from tests.unit.domain.lifecycle.approving.acts import act
from tests.unit.services.test_copies import MemoryShelf

FIRST = plan_with(person("ann"), person("bob"), role("lead"))
SECOND = plan_with(person("bob"), person("ann", "Anna"), role("lead"), Version(rid("v"), "1.0"))


@dataclass
class MemoryHistory:
    plans: tuple[Plan, ...] = (FIRST, SECOND)
    known: Mapping[str, int] = field(default_factory=lambda: {"1.0": 2})

    def entries(self) -> tuple[Entry, ...]:
        numbers = range(1, len(self.plans) + 1)
        return tuple(Entry(at, NOON + timedelta(days=at), "Ann", "Edits") for at in numbers)

    def plan_at(self, number: int) -> Plan:
        return self.plans[number - 1]

    def versions(self) -> Mapping[str, int]:
        return self.known


class OneCopy(MemoryShelf):
    @override
    def history(self, copy: Copy) -> MemoryHistory:
        return MemoryHistory((FIRST,))


def past(plan: Plan) -> Past:
    return Past("revision 1", State("@1", Entry(1, NOON, "Ann", "Edits"), plan))


def opened(store: MemoryStore) -> OpenPlan:
    return OpenPlan(store, template(section("scope")), Standards(), FakeClock())


def edit(plan: OpenPlan, *changes: ChangeSet) -> None:
    for change in changes:
        plan.session.apply(change, "Edit")


# --- what can be restored -------------------------------------------------------------------------


def test_a_copy_is_restored_as_its_newest_revision_left_it():
    copy = Copy(Path("/backups/1"), NOON, 1, CopyState.VERIFIED)

    found = of_copy(OneCopy((copy,)), copy)

    assert found.label == "Restored the copy of 21 November 2026, 12:00 UTC"
    assert found.state.plan is FIRST


def test_a_version_is_restored_as_it_was_when_it_came():
    found = of_version(MemoryHistory((FIRST, SECOND, FIRST)), "1.0")

    assert (found.label, found.state.plan) == ("Restored version 1.0", SECOND)


def test_a_version_is_named_on_one_line():
    found = of_version(MemoryHistory(known={"1.0\n(final)": 1}), "1.0\n(final)")

    assert found.label == "Restored version 1.0 (final)"


@pytest.mark.parametrize("number", ["2.0", "", "draft", "@1"])
def test_a_version_that_is_none_is_refused(number):
    with pytest.raises(VersionUnknown):
        of_version(MemoryHistory(), number)


def test_a_revision_is_restored_by_its_number():
    found = of_revision(MemoryHistory(), 1)

    assert (found.label, found.state.plan) == ("Restored revision 1", FIRST)


@pytest.mark.parametrize("number", [-1, 0, 3, 99_999_999_999])
def test_a_revision_that_is_none_is_refused(number):
    with pytest.raises(RevisionUnknown, match=f"no revision {number}; choose one from 1 to 2"):
        of_revision(MemoryHistory(), number)


# --- what it would do -----------------------------------------------------------------------------


def test_the_preview_tells_what_changed_since():
    now = plan_with(person("ann", "Anna"), role("lead"), role("deputy"))

    found = preview(now, past(FIRST))

    assert [(one.name, one.fate) for one in found.changed.records] == [
        ("Anna", Fate.EDITED),
        ("Bob", Fate.REMOVED),
        ("Deputy", Fate.ADDED),
    ]
    assert found.target == FIRST
    assert (found.now, found.kept) == (now, 0)


def test_the_plan_s_life_is_counted_and_left_out():
    now = plan_with(*FIRST.people.all(), role("lead"), Version(rid("v"), "1.0"))

    found = preview(now, past(FIRST))

    assert not found.changed
    assert found.kept == 1
    assert not changes_to(now, past(FIRST))


def test_a_version_in_review_is_taken_back_and_the_preview_says_so():
    now = plan_with(person("bob"), act(Deed.SUBMITTED, version="1.1"))
    store = MemoryStore(now)
    plan = opened(store)

    found = preview(now, past(FIRST))
    restore(plan, past(FIRST))

    assert (found.recalled, found.kept) == ("1.1", 1)
    assert [one.deed for one in plan.plan.acts.values()] == [Deed.SUBMITTED, Deed.RECALLED]
    assert store.labels == ["Restored revision 1"]
    assert store.plan == plan.plan
    assert not plan.session.dirty


def test_where_nothing_changed_a_version_stays_in_review():
    now = plan_with(*FIRST.people.all(), role("lead"), act(Deed.SUBMITTED))

    assert preview(now, past(FIRST)).recalled == ""


def test_another_plan_is_refused():
    stranger = Plan(rid("plan-2"))

    with pytest.raises(OtherPlan, match=r"^Revision 1 is of another plan and cannot be restored"):
        preview(FIRST, past(stranger))
    with pytest.raises(OtherPlan):
        changes_to(FIRST, past(stranger))


# --- what it does ---------------------------------------------------------------------------------


def test_restoring_is_one_step_and_one_revision_after_a_copy():
    store = MemoryStore(SECOND)
    plan = opened(store)

    receipt = restore(plan, past(FIRST))

    assert receipt == plan.last_saved
    assert store.labels == ["Restored revision 1"]
    assert store.calls == ["backup", "backup", "save"]
    assert store.plan == plan.plan
    assert plan.plan.people == FIRST.people
    assert list(plan.plan.people) == list(FIRST.people)


def test_one_undo_leads_back():
    store = MemoryStore(SECOND)
    plan = opened(store)
    restore(plan, past(FIRST))

    assert plan.session.undo_label == "Restored revision 1"
    plan.session.undo()

    assert plan.plan == SECOND


def test_what_was_not_saved_yet_is_saved_first_as_a_revision_of_its_own():
    store = MemoryStore(SECOND)
    plan = opened(store)
    edit(plan, (put(plan.plan, person("cy")),))

    restore(plan, past(FIRST))

    assert store.labels == ["1 record: people", "Restored revision 1"]
    assert "cy" not in store.plan.people


def test_where_nothing_differs_nothing_is_written():
    store = MemoryStore(FIRST)
    plan = opened(store)

    assert restore(plan, past(FIRST)) is None
    assert store.calls == ["backup"]
    assert plan.session.undo_label == ""


def test_without_a_copy_nothing_is_restored():
    class Copyless(MemoryStore):
        @override
        def backup(self) -> None:
            raise StoreBroken("No room for copies.")

    plan = opened(Copyless(SECOND))

    with pytest.raises(StoreBroken, match="No room"):
        restore(plan, past(FIRST))

    assert plan.plan == SECOND
    assert not plan.session.dirty


def test_another_plan_changes_nothing():
    store = MemoryStore(SECOND)
    plan = opened(store)

    with pytest.raises(OtherPlan):
        restore(plan, past(Plan(rid("plan-2"))))

    assert store.calls == ["backup"]
    assert plan.plan == SECOND


def test_a_restored_plan_that_cannot_be_saved_is_saved_later_under_the_same_name():
    store = MemoryStore(SECOND)
    plan = opened(store)
    store.breaks = True

    with pytest.raises(StoreBroken):
        restore(plan, past(FIRST))
    assert plan.plan.people == FIRST.people
    assert plan.session.dirty
    plan.save()

    assert store.labels == ["Restored revision 1"]
    assert store.plan.people == FIRST.people


def test_a_restore_whose_answer_was_lost_is_not_written_twice():
    store = MemoryStore(SECOND)
    plan = opened(store)
    store.loses = True

    with pytest.raises(StoreBroken):
        restore(plan, past(FIRST))
    plan.save()

    assert len(store.saved) == 1
    assert not plan.session.dirty


NAMES = st.lists(st.sampled_from(("ann", "bob", "cy", "dee")), unique=True)
PLANS = st.builds(
    lambda people, roles, versions, actions: plan_with(
        *(person(key) for key in people),
        *(role(key) for key in roles),
        *(Version(rid(key), key) for key in versions),
        *(Action(rid(key), key) for key in actions),
    ),
    NAMES,
    NAMES,
    NAMES,
    NAMES,
)


@QUICK
@given(PLANS, PLANS)
def test_all_but_the_plan_s_life_becomes_what_it_was(then, now):
    plan = opened(MemoryStore(now))

    restore(plan, past(then))

    for kind in Kind:
        kept = now if kind in LIFE else then
        assert plan.plan.table(kind) == kept.table(kind)
        assert list(plan.plan.table(kind)) == list(kept.table(kind))
    assert plan.store.load() == plan.plan
    assert restore(plan, past(then)) is None


@QUICK
@given(PLANS, PLANS)
def test_the_preview_and_the_changes_agree(then, now):
    found = preview(now, past(then))

    named = {(one.kind, one.id) for one in found.changed.records if one.fate is not Fate.MOVED}
    assert {(one.kind, one.id) for one in changes_to(now, past(then))} >= named
    assert bool(found.changed) == bool(changes_to(now, past(then)))
    assert not LIFE & {one.kind for one in found.changed.records}


def test_a_removed_record_of_the_plan_s_life_does_not_come_back():
    then = plan_with(person("ann"), Version(rid("v"), "1.0"))
    plan = opened(MemoryStore(then))
    edit(plan, (remove(plan.plan, Kind.VERSION, rid("v")),), (put(plan.plan, person("bob")),))

    restore(plan, past(then))

    assert not plan.plan.versions
    assert list(plan.plan.people) == ["ann"]
