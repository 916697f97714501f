import hashlib

import pytest

from app.domain.judgement.standards import Standards
from app.domain.plan.acts import KeptFile
from app.domain.plan.changes import put
from app.domain.plan.programme import Exercise
from app.services.learning.attaching import (
    LONGEST_NAME,
    AttachedElsewhere,
    AttachmentLost,
    MeasuredFile,
    attach,
    attached,
    bytes_of,
    matching,
    owner_of,
)
from app.services.opening import OpenPlan
from tests.builders import NOON, plan_with, rid, section, template
from tests.fakes import FakeClock, MemoryStore, StoreBroken

ABOUT = "exercises/drill"
DATA = b"minutes of the exercise"
SHA = hashlib.sha256(DATA).hexdigest()
INSIDE = MeasuredFile("minutes.pdf", len(DATA), SHA, DATA)
OUTSIDE = MeasuredFile("minutes.pdf", len(DATA), SHA)


@pytest.fixture
def store() -> MemoryStore:
    drills = (Exercise(rid("drill"), "Night drill"), Exercise(rid("other"), "Call out"))
    return MemoryStore(plan_with(*drills))


@pytest.fixture
def opened(store) -> OpenPlan:
    return OpenPlan(store, template(section("scope")), Standards(), FakeClock())


def test_a_file_is_recorded_with_its_bytes_for_good(opened, store):
    kept = attach(opened, INSIDE, ABOUT, " Ada Bell ")

    assert kept == KeptFile(rid(SHA), "minutes.pdf", len(DATA), ABOUT, "Ada Bell", NOON, True)
    assert store.plan.files[rid(SHA)] == kept
    assert store.files == {SHA: DATA}
    assert store.labels == ["Attached minutes.pdf"]
    assert not opened.session.undo()
    assert attached(opened.plan, ABOUT) == (kept,)


def test_of_a_file_that_stays_outside_only_the_hash_is_known(opened, store):
    kept = attach(opened, OUTSIDE, ABOUT, "")

    assert not kept.inside
    assert store.files == {}
    assert store.kept(SHA) is None


def test_the_bytes_of_a_kept_file_come_back_as_they_were(opened):
    assert bytes_of(opened, attach(opened, INSIDE, ABOUT, "")) == DATA


def test_bytes_that_are_gone_are_told(opened, store):
    kept = attach(opened, INSIDE, ABOUT, "")
    store.files.clear()

    with pytest.raises(AttachmentLost, match=r"does not hold minutes\.pdf any more"):
        bytes_of(opened, kept)


def test_edits_are_saved_before_a_file_is_attached(opened, store):
    opened.session.apply((put(opened.plan, Exercise(rid("drill"), "Day drill")),), "Name")

    attach(opened, OUTSIDE, ABOUT, "")

    assert store.labels == ["1 record: exercises", "Attached minutes.pdf"]
    assert not opened.session.dirty


def test_a_file_is_attached_once(opened, store):
    first = attach(opened, OUTSIDE, ABOUT, "Ada")

    assert attach(opened, INSIDE, ABOUT, "Bob") == first
    assert len(store.labels) == 1


def test_the_same_file_cannot_belong_to_two_records(opened):
    attach(opened, OUTSIDE, ABOUT, "Ada")

    with pytest.raises(AttachedElsewhere, match="to Night drill") as caught:
        attach(opened, OUTSIDE, "exercises/other", "Ada")

    assert caught.value.params == {"file": "minutes.pdf", "owner": "Night drill"}


def test_nothing_is_recorded_when_the_disk_fails(opened, store):
    store.breaks = True

    with pytest.raises(StoreBroken):
        attach(opened, INSIDE, ABOUT, "Ada")

    assert not opened.plan.files


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a\u202efdp.exe", "afdp.exe"),
        ("x" * 400, "x" * LONGEST_NAME),
        (" \x00", SHA),
    ],
)
def test_a_hostile_name_is_tamed(opened, name, kept):
    assert attach(opened, MeasuredFile(name, 1, SHA), ABOUT, "").name == kept


def test_a_file_is_known_again_by_hash_and_size(opened):
    kept = attach(opened, OUTSIDE, ABOUT, "Ada")

    assert matching(opened.plan, MeasuredFile("renamed.pdf", len(DATA), SHA)) == kept
    assert matching(opened.plan, MeasuredFile("minutes.pdf", len(DATA), "0" * 64)) is None
    assert matching(opened.plan, MeasuredFile("minutes.pdf", 1, SHA)) is None


def test_the_owner_of_a_file_may_be_gone(opened):
    kept = attach(opened, OUTSIDE, ABOUT, "Ada")

    assert owner_of(opened.plan, kept) == "Night drill"
    assert owner_of(plan_with(), kept) == ABOUT
    odd = KeptFile(rid("a"), "a", 1, "nothing", "", NOON)
    assert owner_of(opened.plan, odd) == "nothing"
