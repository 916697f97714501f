import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.plan.governance import Version
from app.domain.plan.plan import Record
from app.persistence.db import copies as copies_module
from app.persistence.db.copies import PlanCopies
from app.persistence.db.errors import (
    CopiesUnreadable,
    CopyUnusable,
    NoGoodCopy,
    PlanFileExists,
    PlanFileMissing,
)
from app.persistence.db.files import PlanFiles
from app.persistence.db.soundness import Look, look
from app.services.copies import CopyState
from tests.builders import rid
from tests.integration.persistence.db.samples import (
    FixedClock,
    person,
    query,
    run_sql,
    sample_plan,
    save,
    stored,
    with_records,
)


@pytest.fixture
def shelf(files: PlanFiles, path: Path, clock: FixedClock) -> PlanCopies:
    """Three copies, of the plan as created, then with a title, then with a version."""
    store = files.open(path)
    store.backup()
    plan = store.load()
    edits: tuple[Record, ...] = (person("ann", "Chief"), Version(rid("v"), "1.0"))
    for at, record in enumerate(edits):
        clock.pass_by(hours=1)
        plan = save(store, plan, with_records(plan, [record]), f"request-{at}")
        store.backup()
    store.close()
    return PlanCopies(files, path)


def places(shelf: PlanCopies) -> list[Path]:
    return [copy.place for copy in shelf.each()]


def test_every_copy_says_when_it_was_made_and_what_it_holds(
    shelf: PlanCopies, clock: FixedClock
) -> None:
    newest, middle, oldest = shelf.each()

    assert newest.made == clock.now()
    assert [copy.last.number for copy in (newest, middle, oldest) if copy.last] == [3, 2, 1]
    assert newest.last is not None
    assert (newest.last.actor, newest.last.label) == ("Ann", "An edit")
    assert [copy.version for copy in (newest, middle, oldest)] == ["1.0", "", ""]
    assert {copy.state for copy in (newest, middle, oldest)} == {CopyState.VERIFIED}
    assert newest.size == newest.place.stat().st_size
    assert shelf.made() == (newest.made, middle.made, oldest.made)
    assert shelf.folder == newest.place.parent


def test_a_plan_that_is_gone_still_has_its_copies(shelf: PlanCopies, path: Path) -> None:
    path.unlink()

    assert len(list(shelf.each())) == 3


def test_a_link_to_the_plan_leads_to_the_same_copies(
    shelf: PlanCopies, files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.irplan"
    link.symlink_to(path)

    assert places(PlanCopies(files, link)) == places(shelf)


def test_a_plan_never_opened_has_no_copies(files: PlanFiles, path: Path) -> None:
    shelf = PlanCopies(files, path)

    assert (shelf.made(), tuple(shelf.each())) == ((), ())


def test_a_damaged_copy_says_so_and_cannot_be_read(shelf: PlanCopies, path: Path) -> None:
    run_sql(places(shelf)[0], "UPDATE record SET body = replace(body, 'Hull', 'Bull')")

    spoiled, *others = shelf.each()

    assert (spoiled.state, spoiled.last) == (CopyState.UNUSABLE, None)
    assert spoiled.flaw == "profiles profile does not match its hash"
    assert {copy.state for copy in others} == {CopyState.VERIFIED}
    with pytest.raises(CopyUnusable, match=r"plan\.irplan made 2026-11-30 11:00 UTC .*its hash"):
        shelf.history(spoiled).plan_at(3)
    assert stored(shelf.files, path).id == sample_plan().id


def test_a_copy_with_a_false_history_is_doubtful_and_can_be_read(shelf: PlanCopies) -> None:
    place = places(shelf)[1]
    [[law]] = query(place, "SELECT sql FROM sqlite_schema WHERE name = 'revision_no_update'")
    run_sql(
        place,
        "DROP TRIGGER revision_no_update",
        "UPDATE revision SET actor = 'Eve' WHERE number = 2",
        str(law),
    )

    copy = list(shelf.each())[1]

    assert copy.state is CopyState.DOUBTFUL
    assert copy.flaw == "revision 2 was altered after it was sealed"
    assert shelf.history(copy).plan_at(2).people[rid("person-ann")].title == "Chief"


@pytest.mark.parametrize(
    ("spoiled", "number", "version"),
    [("at = 'yesterday'", None, "1.0"), ('changes = \'"kind":"versions"\'', 3, "")],
)
def test_what_a_copy_cannot_say_is_left_out(
    shelf: PlanCopies, spoiled: str, number: int | None, version: str
) -> None:
    place = places(shelf)[0]
    [[law]] = query(place, "SELECT sql FROM sqlite_schema WHERE name = 'revision_no_update'")
    run_sql(
        place,
        "DROP TRIGGER revision_no_update",
        f"UPDATE revision SET {spoiled} WHERE number = 3",
        str(law),
    )

    copy = next(shelf.each())

    assert copy.state is CopyState.DOUBTFUL
    assert (copy.last.number if copy.last else None) == number
    assert copy.version == version


def test_a_foreign_file_with_the_name_of_a_copy_is_listed_as_unusable(shelf: PlanCopies) -> None:
    (shelf.folder / "20301231T000000000000Z.irplan").write_text("a shopping list")

    first = next(shelf.each())

    assert (first.state, first.flaw) == (CopyState.UNUSABLE, "it is not a plan of irplan")
    with pytest.raises(CopyUnusable, match="it is not a plan of irplan"):
        shelf.history(first)


def test_files_of_others_are_not_listed(shelf: PlanCopies) -> None:
    before = places(shelf)
    (shelf.folder / "before the audit.irplan").write_text("mine")
    (shelf.folder / "notes.txt").write_text("mine")

    assert places(shelf) == before


def test_a_copy_is_verified_once_until_it_changes(
    shelf: PlanCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def counting(path: Path) -> Look:
        looked.append(path)
        return look(path)

    monkeypatch.setattr(copies_module, "look", counting)
    list(shelf.each())
    list(shelf.each())
    assert len(looked) == 3

    run_sql(looked[0], "UPDATE record SET body = replace(body, 'Hull', 'Bull')")
    spoiled, *_ = shelf.each()

    assert looked[3:] == [looked[0]]
    assert spoiled.state is CopyState.UNUSABLE


def test_a_copy_that_goes_while_it_is_listed_is_left_out(shelf: PlanCopies) -> None:
    listing = shelf.each()
    first = next(listing)
    places(shelf)[1].unlink()

    rest = list(listing)

    assert [copy.last.number for copy in (first, *rest) if copy.last] == [3, 1]


def test_a_file_in_the_folder_s_place_is_one_sentence(files: PlanFiles, path: Path) -> None:
    shelf = PlanCopies(files, path)
    shelf.folder.parent.mkdir(parents=True)
    shelf.folder.write_text("in the way")

    with pytest.raises(CopiesUnreadable, match=r"backups of plan\.irplan in .* \(not a directory"):
        shelf.made()
    with pytest.raises(CopiesUnreadable):
        list(shelf.each())


def test_a_folder_without_leave_is_one_sentence(
    shelf: PlanCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", refused)

    with pytest.raises(CopiesUnreadable, match=r"\(permission denied\); allow reading them\.$"):
        shelf.made()


# --- into a file of its own -----------------------------------------------------------------------


def test_a_copy_becomes_a_new_file_with_its_history(shelf: PlanCopies, tmp_path: Path) -> None:
    copy = list(shelf.each())[1]

    shelf.write(copy, tmp_path / "new.irplan")

    assert stored(shelf.files, tmp_path / "new.irplan") == stored(shelf.files, copy.place)
    assert query(tmp_path / "new.irplan", "SELECT max(number) FROM revision") == [(2,)]
    with pytest.raises(PlanFileExists):
        shelf.write(copy, tmp_path / "new.irplan")


def test_a_damaged_copy_becomes_no_file(shelf: PlanCopies, tmp_path: Path) -> None:
    run_sql(places(shelf)[0], "UPDATE record SET body = replace(body, 'Hull', 'Bull')")
    spoiled = next(shelf.each())
    stale = replace(spoiled, state=CopyState.VERIFIED, flaw="")

    for copy in (spoiled, stale):
        with pytest.raises(CopyUnusable):
            shelf.write(copy, tmp_path / "new.irplan")

    assert not (tmp_path / "new.irplan").exists()


def test_the_rescue_takes_the_newest_good_copy_and_leaves_the_damaged_file(
    shelf: PlanCopies, path: Path
) -> None:
    run_sql(places(shelf)[0], "UPDATE record SET body = replace(body, 'Hull', 'Bull')")
    (shelf.folder / "20301231T000000000000Z.irplan").write_text("a shopping list")
    path.write_bytes(b"scrap")

    rescued = shelf.rescue()

    assert rescued == path.with_name("plan (copy of 2026-11-30 1000).irplan")
    assert query(rescued, "SELECT max(number) FROM revision") == [(2,)]
    assert path.read_bytes() == b"scrap"


def test_a_second_rescue_takes_no_name_from_the_first(shelf: PlanCopies) -> None:
    names = [shelf.rescue().name for _ in range(3)]

    assert names == [
        "plan (copy of 2026-11-30 1100).irplan",
        "plan (copy of 2026-11-30 1100) 2.irplan",
        "plan (copy of 2026-11-30 1100) 3.irplan",
    ]


def test_without_a_good_copy_that_is_said(shelf: PlanCopies, path: Path) -> None:
    for place in places(shelf):
        place.write_bytes(b"scrap")
    before = sorted(path.parent.iterdir())

    with pytest.raises(NoGoodCopy, match=r"no good backup of plan\.irplan in .*backups"):
        shelf.rescue()

    assert sorted(path.parent.iterdir()) == before


def test_a_plan_that_is_gone_is_still_rescued(shelf: PlanCopies, path: Path) -> None:
    path.unlink()

    with pytest.raises(PlanFileMissing):
        shelf.files.open(path)
    assert stored(shelf.files, shelf.rescue()).id == sample_plan().id
