from datetime import timedelta

import pytest
from typing_extensions import override

from app.domain.judgement.standards import Standards
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import Occasion
from app.domain.plan.changes import put
from app.domain.plan.governance import Action
from app.services.opening import OpenPlan
from app.services.storing import Receipt
from tests.builders import NOON, person, plan_with, rid, role, section, template
from tests.fakes import FakeClock, FakeWitness, MemoryStore, StoreBroken


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(plan_with(person("a")))


@pytest.fixture
def opened(store) -> OpenPlan:
    return OpenPlan(store, template(section("scope")), Standards(), FakeClock())


def edit(opened: OpenPlan, name: str, key: str = "a") -> None:
    opened.session.apply((put(opened.plan, person(key, name)),), "Name")


def test_an_opened_plan_is_what_the_store_holds(store, opened):
    assert opened.plan == store.plan
    assert opened.judgement.plan is opened.plan
    assert opened.last_saved is None


def test_views_find_the_judgement_up_to_date(opened):
    judged = []
    opened.session.subscribe(lambda _: judged.append(opened.judgement.plan is opened.plan))

    edit(opened, "Ada")
    opened.session.undo()

    assert judged == [True, True]


def test_saving_stores_what_changed_once(store, opened):
    edit(opened, "Ada")

    receipt = opened.save()

    assert receipt == opened.last_saved == Receipt(2, NOON)
    assert store.plan == opened.plan
    assert not opened.session.dirty
    assert opened.save() is None
    assert store.calls == ["backup", "save"]


def test_a_revision_is_labelled_with_what_it_changed(store, opened):
    edit(opened, "Ada")
    opened.save()
    edit(opened, "Bea", key="b")
    opened.session.apply((put(opened.plan, role("lead")),), "Add")
    opened.save()

    assert store.labels == ["1 record: people", "2 records: people, roles"]


def test_a_revision_can_be_given_a_label_of_its_own(store, opened):
    edit(opened, "Ada")

    opened.save("Restored version 1.0")

    assert store.labels == ["Restored version 1.0"]


def test_a_label_stays_with_its_edits_when_they_are_saved_later(store, opened):
    edit(opened, "Ada")
    store.breaks = True
    with pytest.raises(StoreBroken):
        opened.save("Restored version 1.0")

    opened.save()
    edit(opened, "Bea")
    opened.save()

    assert store.labels == ["Restored version 1.0", "1 record: people"]


def test_a_failed_save_keeps_the_edits(store, opened):
    edit(opened, "Ada")
    store.breaks = True

    with pytest.raises(StoreBroken):
        opened.save()

    assert opened.session.dirty
    assert opened.save() == Receipt(2, NOON)
    assert store.plan == opened.plan


def test_a_save_whose_answer_was_lost_is_not_written_twice(store, opened):
    edit(opened, "Ada")
    store.loses = True
    with pytest.raises(StoreBroken):
        opened.save()

    assert opened.save() == Receipt(2, NOON)

    assert len(store.saved) == 1
    assert not opened.session.dirty


def test_edits_after_a_failure_are_another_request(store, opened):
    edit(opened, "Ada")
    store.breaks = True
    with pytest.raises(StoreBroken):
        opened.save()
    edit(opened, "Bea", key="b")

    opened.save()

    assert store.plan == opened.plan
    assert [len(changes) for changes in store.saved.values()] == [2]


def test_equal_edits_at_different_times_are_different_requests(store, opened):
    for _ in range(2):
        edit(opened, "Ada")
        opened.save()
        edit(opened, "A")
        opened.save()

    assert len(store.saved) == 4


def test_closing_saves_keeps_a_copy_and_lets_go(store, opened):
    edit(opened, "Ada")

    opened.close()

    assert store.calls == ["backup", "save", "backup", "close"]
    assert store.plan == opened.plan


def test_a_plan_that_cannot_be_saved_stays_open(store, opened):
    edit(opened, "Ada")
    store.breaks = True

    with pytest.raises(StoreBroken):
        opened.close()

    assert store.calls == ["backup", "save"]


def test_a_folder_that_takes_no_copies_does_not_keep_a_plan_from_opening():
    class Copyless(MemoryStore):
        @override
        def backup(self) -> None:
            raise StoreBroken("No room for copies.")

    opened = OpenPlan(
        Copyless(plan_with(person("a"))),
        template(section("scope")),
        Standards(),
        FakeClock(),
    )

    assert opened.plan == plan_with(person("a"))


HEAD = Head("plan-1", 4, "ab" * 32, "cd" * 32)


def witnessed(store: MemoryStore, witness: FakeWitness, clock: FakeClock) -> OpenPlan:
    store.ends = HEAD
    return OpenPlan(store, template(section("scope")), Standards(), clock, witness)


def test_the_end_of_the_history_is_noted_when_the_plan_is_closed(store):
    witness, clock = FakeWitness(), FakeClock()

    witnessed(store, witness, clock).close()

    assert witness.told == [(HEAD, clock.moment, Occasion.DAY)]


def test_it_is_noted_once_a_day_while_the_plan_stays_open(store):
    witness, clock = FakeWitness(), FakeClock()
    opened = witnessed(store, witness, clock)
    for name in ("Ada", "Bea", "Cy"):
        edit(opened, name)
        opened.save()
        clock.moment += timedelta(hours=9)

    assert [occasion for _, _, occasion in witness.told] == [Occasion.DAY]


def test_it_is_noted_with_each_act(store):
    witness = FakeWitness()
    opened = witnessed(store, witness, FakeClock())

    opened.enact([Action(rid("a"), "Call")], "Noted")

    assert [occasion for _, _, occasion in witness.told] == [Occasion.APPROVAL]
    assert opened.plan.actions[rid("a")].text == "Call"
    assert opened.session.undo_label == ""


def test_a_witness_that_fails_is_no_reason_to_stop(store):
    opened = witnessed(store, FakeWitness(fails=True), FakeClock())
    edit(opened, "Ada")

    opened.close()

    assert store.calls[-1] == "close"


def test_nothing_is_noted_of_a_plan_that_is_only_read_or_has_no_chain(store):
    witness = FakeWitness()
    store.read_only = True
    witnessed(store, witness, FakeClock()).note(Occasion.DAY)
    other = MemoryStore(store.plan)
    chainless = witnessed(other, witness, FakeClock())
    other.ends = None
    chainless.note(Occasion.DAY)

    assert witness.told == []
