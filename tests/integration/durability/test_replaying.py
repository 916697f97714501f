"""Cuts of a recording: where they fall, and what was acknowledged by then."""

from tests.integration.durability.disk import Flushed, FolderFlushed, Named, Written
from tests.integration.durability.recording import Said
from tests.integration.durability.replaying import acknowledged, power_cuts

RECORDED = (
    Named("a", 1),
    FolderFlushed(),
    Written(1, 0, b"1"),
    Flushed(1),
    Said("1 first"),
    Written(1, 0, b"2"),
    Said("2 second"),
    Flushed(1),
)


def test_what_was_acknowledged_is_known_by_revision() -> None:
    assert acknowledged(RECORDED) == {1: "first", 2: "second"}


def test_cuts_fall_everywhere_in_order() -> None:
    events = [cut.event for cut in power_cuts(RECORDED, 200, "s")]

    assert len(events) == 200
    assert events == sorted(events)
    assert set(events) == set(range(len(RECORDED) + 1))


def test_cuts_may_begin_at_a_revision() -> None:
    found = list(power_cuts(RECORDED, 100, "s", since=2))

    assert {cut.event for cut in found} == {6, 7, 8}


def test_a_cut_finds_what_was_flushed_and_knows_what_was_acknowledged_before() -> None:
    found = {
        (cut.event, cut.acknowledged, cut.found.get("a"))
        for cut in power_cuts(RECORDED, 400, "s")
        if cut.event >= 4
    }

    assert found == {
        (4, 0, b"1"),
        (5, 1, b"1"),
        (6, 1, b"1"),
        (6, 1, b"2"),
        (7, 2, b"1"),
        (7, 2, b"2"),
        (8, 2, b"2"),
    }


def test_the_same_seed_gives_the_same_cuts() -> None:
    once, again = (list(power_cuts(RECORDED, 50, "s")) for _ in range(2))

    assert once == again
    assert once != list(power_cuts(RECORDED, 50, "t"))
