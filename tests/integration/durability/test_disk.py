"""The model of a disk: what is sure, what is left to chance, and nothing else."""

from random import Random

import pytest

from tests.integration.durability.disk import (
    SECTOR,
    Disk,
    Event,
    Flushed,
    FolderFlushed,
    Named,
    Removed,
    Resized,
    Written,
)

TRIES = 300


def outcomes(*events: Event) -> set[tuple[tuple[str, bytes], ...]]:
    """Everything that may be found after a cut, as far as chance shows it."""
    disk = Disk()
    for event in events:
        disk.happen(event)
    chance = Random(1)
    return {tuple(sorted(disk.after_cut(chance).items())) for _ in range(TRIES)}


def sure(*events: Event) -> tuple[Event, ...]:
    """A file `a` with a name and content that nothing can take, then `events`."""
    return (Named("a", 1), FolderFlushed(), Written(1, 0, b"old"), Flushed(1), *events)


def test_what_was_flushed_is_there() -> None:
    assert outcomes(*sure()) == {(("a", b"old"),)}


def test_what_was_not_flushed_may_be_there_or_not() -> None:
    assert outcomes(*sure(Written(1, 0, b"new"))) == {(("a", b"old"),), (("a", b"new"),)}


def test_each_sector_has_a_fate_of_its_own() -> None:
    old, new = b"o" * SECTOR, b"n" * SECTOR
    start = (Named("a", 1), FolderFlushed(), Written(1, 0, old + old), Flushed(1))

    found = {dict(each)["a"] for each in outcomes(*start, Written(1, 0, new + new))}

    assert found == {old + old, old + new, new + old, new + new}


def test_a_write_across_two_sectors_can_be_torn_only_between_them() -> None:
    start = (Named("a", 1), FolderFlushed(), Written(1, 0, b"o" * 2 * SECTOR), Flushed(1))

    found = {dict(each)["a"] for each in outcomes(*start, Written(1, SECTOR - 2, b"nnnn"))}

    middles = {content[SECTOR - 3 : SECTOR + 3] for content in found}
    assert middles == {b"oooooo", b"onnooo", b"ooonno", b"onnnno"}


def test_a_gap_left_by_a_lost_write_may_hold_anything() -> None:
    later = Written(1, SECTOR, b"later")

    found = {dict(each)["a"] for each in outcomes(*sure(Written(1, 3, b"x" * SECTOR), later))}

    assert {content[3:4] for content in found if len(content) > SECTOR} == {b"x", b"\0", b"\xa5"}


def test_flushing_one_file_makes_nothing_sure_of_another() -> None:
    other = (Named("b", 2), FolderFlushed(), Written(2, 0, b"b"), Flushed(1))

    assert len(outcomes(*sure(*other))) == 2


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (Named("b", 2), {("a",), ("a", "b")}),
        (Removed("a"), {("a",), ()}),
        (Named("b", 1, "a"), {("a",), ("b",)}),
        (Named("b", 1), {("a",), ("a", "b")}),
    ],
)
def test_a_name_is_unsure_until_its_folder_is_flushed(
    change: Event, names: set[tuple[str, ...]]
) -> None:
    found = outcomes(*sure(change, Flushed(1), Flushed(2)))
    flushed = outcomes(*sure(change, FolderFlushed()))

    assert {tuple(dict(each)) for each in found} == names
    assert {tuple(dict(each)) for each in flushed} == names - {("a",)}


def test_a_file_that_was_cut_off_may_have_kept_its_length() -> None:
    assert outcomes(*sure(Resized(1, 1))) == {(("a", b"old"),), (("a", b"o"),)}
    assert outcomes(*sure(Resized(1, 1), Flushed(1))) == {(("a", b"o"),)}


def test_a_file_made_longer_is_filled_with_zeros() -> None:
    assert outcomes(*sure(Resized(1, 5), Flushed(1))) == {(("a", b"old\0\0"),)}


def test_the_same_seed_gives_the_same_cut() -> None:
    disk = Disk()
    for event in sure(Written(1, 0, b"n" * 9 * SECTOR), Named("b", 2)):
        disk.happen(event)

    first, second = ([disk.after_cut(Random(seed)) for seed in range(9)] for _ in range(2))

    assert first == second
