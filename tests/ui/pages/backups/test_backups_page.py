import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from app.domain.errors import IrplanError
from app.domain.plan.acts import Deed
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.persistence.db.errors import BackupFailed, DiskFull
from tests.ui.pages.backups.conftest import ADA
from tests.unit.domain.lifecycle.approving.acts import act
from ui.dialogs.question import QuestionDialog
from ui.pages.backups import page as page_module
from ui.pages.backups.point_words import size
from ui.widgets.panes import first_focusable


def spoil(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE record SET body = replace(body, 'Northwind', 'Southwind')")


def copies(driver):
    return sorted(driver.page._source.shelf.folder.glob("*.irplan"), reverse=True)


def edit(driver, *records):
    for record in records:
        driver.page.bridge.apply((put(driver.plan, record),), "Put")
    driver.settle()


# --- the list -------------------------------------------------------------------------------------


def test_copies_and_versions_stand_in_one_list_the_newest_first(driver, moment):
    rows = driver.rows()

    assert rows[2] == moment
    assert rows[3] == "Version 9.0"
    assert driver.text("backups_summary").startswith("3 copies, 3 verified; the newest of ")


@pytest.fixture
def in_tokyo(monkeypatch):
    """A computer nine hours ahead of UTC."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no zone can be set for a process")
@pytest.mark.usefixtures("in_tokyo")
def test_every_time_says_its_zone_and_is_the_same_on_every_computer(driver, moment):
    assert moment.endswith(" 09:00 UTC")
    assert driver.rows()[2] == moment
    assert driver.text("backups_summary").endswith(" 2026, 11:00 UTC.")
    assert driver.heard(3).endswith(" 2026, 10:00 UTC")


def test_a_row_is_heard_with_its_state(driver, moment):
    assert driver.heard(2).startswith(f"{moment}. Verified. Revision 1 by ")
    assert driver.heard(1).split(". ")[2].endswith(" KB")
    assert " · version 9.0 · " in driver.heard(1)
    assert driver.heard(3).startswith("Version 9.0. In the history. Revision 2 by ")


def test_a_damaged_copy_says_why_and_offers_nothing(show, path, shop):
    spoil(sorted(shop.copies(path).folder.glob("*"))[0])

    driver = show(path)
    driver.choose(2)

    assert driver.text("backups_summary").startswith("3 copies, 2 verified; ")
    assert ". Cannot be used. " in driver.heard(2)
    assert driver.text("backup_reason").endswith(" does not match its hash.")
    assert driver.text("backup_sum") == "It cannot be restored. Choose another."
    assert not driver.button("backup_restore").isVisible()


def test_a_foreign_file_is_shown_as_none(show, path, shop):
    (shop.copies(path).folder / "20200101T000000000000Z.irplan").write_text("<b>shopping</b>")

    driver = show(path)
    driver.choose(3)

    assert driver.text("backup_reason") == "It is not a plan of irplan."


def test_a_copy_with_a_false_history_can_be_restored_after_a_warning(show, path, shop):
    copy = sorted(shop.copies(path).folder.glob("*"))[1]
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        name = "revision_no_update"
        find = f"SELECT sql FROM sqlite_schema WHERE name = '{name}'"
        (law,) = connection.execute(find).fetchone()
        connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE revision SET actor = 'Eve' WHERE number = 2")
        connection.execute(law)
    driver = show(path)
    driver.choose(1)

    assert ". Not verified. " in driver.heard(1)
    asked = driver.answer("keep")

    assert "This copy is not verified. Revision 2 was altered after it was sealed." in asked


def test_what_is_chosen_stays_chosen_when_the_list_is_read_again(driver):
    driver.choose(2)
    before = driver.page.list.point
    edit(driver, replace(ADA, title="Duchess"))

    driver.click("backups_now")

    assert len(driver.rows()) == 5
    assert driver.page.list.point == before
    assert driver.page.list.currentIndex().row() == 3


def test_a_folder_that_cannot_be_read_is_one_sentence_and_the_versions_are_there(show, path, shop):
    folder = shop.copies(path).folder
    driver = show(path)
    shutil.rmtree(folder)
    folder.write_text("in the way")

    driver.page.refresh()
    driver.settle()

    assert driver.told().startswith("The backups cannot be read. The backups of plan.irplan in ")
    assert driver.rows()[0] == "Version 9.0"
    assert not driver.button("backups_folder").isEnabled()


def test_before_the_first_copy_the_page_says_how_one_comes_about(show, path, shop):
    folder = shop.copies(path).folder
    driver = show(path, read_only=True)
    shutil.rmtree(folder)

    driver.page.refresh()
    driver.settle()

    assert driver.text("backups_summary") == "There is no copy of this plan yet."


# --- the chosen one -------------------------------------------------------------------------------


def test_what_changed_since_is_said_record_by_record(driver):
    driver.choose(2)

    assert driver.text("backup_sum") == ("1 record changed since then. Restoring takes that back.")
    assert any(ADA.name in row for row in driver.changed())
    assert driver.text("backup_note") == (
        "1 record of versions, approvals, actions or comments stays as it is."
    )


def test_the_newest_copy_holds_what_the_plan_says(driver):
    assert driver.text("backup_sum").startswith("The plan says the same now; ")
    assert not driver.button("backup_restore").isEnabled()
    assert driver.changed() == []


def test_an_edit_is_compared_at_once(driver):
    edit(driver, replace(ADA, title="Duchess"))

    assert driver.text("backup_sum").startswith("1 record changed since then.")
    assert driver.button("backup_restore").isEnabled()


def test_an_edit_while_the_page_is_hidden_is_seen_when_it_is_shown(driver):
    driver.page.hide()
    edit(driver, replace(ADA, title="Duchess"))
    driver.page.show()
    driver.settle()

    assert driver.text("backup_sum").startswith("1 record changed since then.")


def test_a_copy_that_goes_bad_after_it_was_listed_is_said_to_be_so(driver):
    spoil(copies(driver)[1])

    driver.choose(1)

    assert driver.text("backup_sum").startswith("The backup cannot be used. The backup of plan.")
    assert not driver.button("backup_restore").isEnabled()


def test_opening_a_change_leads_to_its_record(driver, qtbot):
    driver.choose(2)
    went: list[str] = []
    driver.page.navigate.connect(went.append)
    edit(driver, replace(ADA, title="Duchess"))
    gone = driver.page.card.changes.record_chosen

    for one in driver.page._looked.changes.records:
        gone.emit(one.difference.kind, one.difference.id)
    gone.emit(one.difference.kind, "nobody")

    assert went
    assert all("ada" in target for target in went)
    assert "no longer in the plan" in driver.told()


# --- restoring ------------------------------------------------------------------------------------


def test_restoring_asks_first_and_leaving_changes_nothing(driver):
    before = driver.plan
    driver.choose(2)

    asked = driver.answer("keep")

    assert asked.startswith("Restore the copy of ")
    assert "1 record becomes again what it was then." in asked
    assert "That is a new revision" in asked
    assert "Versions, approvals, actions and comments stay as they are." in asked
    assert driver.plan is before


def test_a_version_in_review_is_taken_back_only_after_that_was_said(driver):
    bridge = driver.page.bridge
    submission = act(Deed.SUBMITTED, version="9.1", revision=4, by=bridge.open_plan.store.actor)
    bridge.open_plan.enact((submission,), "Submitted")
    driver.settle()
    driver.choose(2)

    asked = driver.answer("restore")

    assert "Version 9.1, which is in review, is taken back by that." in asked
    deeds = [one.deed for one in driver.plan.acts.values()]
    assert deeds == [Deed.SUBMITTED, Deed.RECALLED]
    assert RecordId("ada") not in driver.plan.people
    assert not bridge.dirty


def test_closing_the_question_is_no_consent(driver):
    before = driver.plan
    driver.choose(2)

    driver.question().reject()

    assert driver.plan is before


def test_restoring_is_a_new_revision_with_one_way_back(driver, path, shop):
    before = driver.plan
    driver.choose(2)

    driver.answer("restore")

    assert RecordId("ada") not in driver.plan.people
    assert RecordId("v-new") in driver.plan.versions
    entries = shop.history(path).entries()
    assert entries[-1].number == 4
    assert entries[-1].label.startswith("Restored the copy of 23 November 2026, 09:00 UTC")
    assert driver.told().startswith("Restored the copy of 23 November 2026, 09:00 UTC: 1 record.")
    assert driver.text("backup_sum").startswith("The plan says the same now; ")
    assert driver.page.window().focusWidget() is driver.page.list
    driver.page.bridge.undo()
    assert driver.plan == before


def test_undo_stands_beside_what_was_done(driver):
    before = driver.plan
    driver.choose(2)
    driver.answer("restore")

    driver.click("done_notice_action")

    assert driver.plan == before
    assert not driver.page.done.isVisible()


def test_a_version_is_restored_from_the_history(driver, path, shop):
    driver.choose(3)

    driver.answer("restore")

    assert driver.plan.people[RecordId("ada")].title == ADA.title
    assert shop.history(path).entries()[-1].label == "Restored version 9.0"


def test_what_is_typed_before_is_saved_as_a_revision_of_its_own(driver, path, shop):
    driver.choose(2)
    edit(driver, replace(ADA, title="Duchess"))

    driver.answer("restore")

    labels = [entry.label for entry in shop.history(path).entries()]
    assert labels[-2] == "1 record: people"
    assert labels[-1].startswith("Restored the copy of ")


def test_where_no_copy_can_be_kept_nothing_is_restored(driver, monkeypatch, path):
    store = driver.page.bridge.open_plan.store
    before = driver.plan
    driver.choose(2)

    def fail(_):
        raise BackupFailed(path, folder="/backups", what="no space left on device")

    monkeypatch.setattr(type(store), "backup", fail)
    driver.answer("restore")

    assert driver.plan is before
    assert "No backup of plan.irplan could be kept in /backups (no space left" in driver.told()
    monkeypatch.undo()


def test_a_restored_plan_that_cannot_be_saved_is_kept_and_tried_again(driver, monkeypatch, path):
    bridge = driver.page.bridge
    failures: list[IrplanError] = []
    bridge.save_failed.connect(failures.append)
    driver.choose(2)
    with monkeypatch.context() as broken:

        def full(*_):
            raise DiskFull(path)

        broken.setattr(type(bridge.open_plan.store), "save", full)
        driver.answer("restore")

    assert len(failures) == 1
    assert RecordId("ada") not in driver.plan.people
    assert bridge.dirty
    assert driver.told() == ""
    assert bridge.flush()


def test_a_plan_open_to_read_offers_neither_copies_nor_restoring(show, path):
    driver = show(path, read_only=True)
    driver.choose(2)

    assert not driver.button("backups_now").isVisible()
    assert not driver.button("backup_restore").isVisible()
    assert any(ADA.name in row for row in driver.changed())


# --- the buttons of the head ----------------------------------------------------------------------


def test_back_up_now_keeps_a_copy_of_what_was_just_typed(driver, shop, path):
    edit(driver, replace(ADA, title="Duchess"))
    before = len(copies(driver))

    driver.click("backups_now")

    assert len(copies(driver)) == before + 1
    assert driver.told() == "A copy was kept."
    newest = next(shop.copies(path).each())
    plan = shop.copies(path).history(newest).plan_at(4)
    assert plan.people[RecordId("ada")].title == "Duchess"


def test_without_a_change_that_is_said(driver):
    before = copies(driver)

    driver.click("backups_now")

    assert driver.told() == "Nothing changed since the last copy."
    assert copies(driver) == before


def test_a_copy_that_cannot_be_kept_is_one_sentence(driver, monkeypatch, path):
    edit(driver, replace(ADA, title="Duchess"))
    store = type(driver.page.bridge.open_plan.store)

    def fail(_):
        raise BackupFailed(path, folder="/backups", what="permission denied")

    with monkeypatch.context() as broken:
        broken.setattr(store, "backup", fail)
        driver.click("backups_now")

    assert "could be kept in /backups (permission denied)" in driver.told()


def test_the_folder_is_opened(driver, monkeypatch):
    opened: list[Path] = []

    def shown(folder: Path) -> bool:
        opened.append(folder)
        return True

    monkeypatch.setattr(page_module, "open_folder", shown)

    driver.click("backups_folder")

    assert opened == [copies(driver)[0].parent]
    assert driver.told() == ""


def test_a_folder_that_no_program_shows_is_named(driver, monkeypatch):
    monkeypatch.setattr(page_module, "open_folder", lambda _: False)

    driver.click("backups_folder")

    assert driver.told() == f"The folder could not be shown; it is {copies(driver)[0].parent}."


# --- for everybody --------------------------------------------------------------------------------


def test_the_page_is_used_by_keyboard_alone(driver, qtbot):
    driver.page.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(driver.page.list, Qt.Key.Key_Down)
    driver.settle()
    restore = driver.button("backup_restore")
    restore.setFocus()
    qtbot.keyClick(restore, Qt.Key.Key_Space)
    (question,) = [one for one in driver.page.findChildren(QuestionDialog) if one.isVisible()]
    answer = question.findChild(QPushButton, "answer_restore")
    answer.setFocus()

    qtbot.keyClick(answer, Qt.Key.Key_Space)

    driver.settle()
    assert RecordId("ada") not in driver.plan.people


def test_every_pane_can_be_reached_and_every_button_has_a_name(driver):
    driver.choose(2)

    for pane in driver.page.panes():
        if pane.isVisible():
            assert first_focusable(pane) is not None
    for made in driver.page.findChildren(QAbstractButton):
        if made.isVisible():
            assert made.accessibleName() or made.text(), made.objectName()
    assert driver.page.list.accessibleName()


def test_text_of_people_is_never_read_as_markup(driver):
    driver.choose(2)

    for shown in driver.page.findChildren(QLabel):
        assert shown.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("width", [964, 700, 520])
def test_nothing_is_cut_off_where_there_is_little_room(driver, qtbot, width):
    driver.choose(2)
    driver.page.resize(width, 620)
    qtbot.wait(10)

    for made in driver.page.findChildren(QPushButton):
        if made.isVisible():
            assert made.width() >= made.minimumSizeHint().width(), made.objectName()
            right = made.mapTo(driver.page, made.rect().topRight()).x()
            assert right <= driver.page.width(), made.objectName()


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 KB"), (1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (1_572_864, "1.5 MB")],
)
def test_sizes_are_said_as_people_read_them(count, said):
    assert size(count) == said
