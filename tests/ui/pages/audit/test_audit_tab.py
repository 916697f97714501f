"""The audit trail in the window: whole, broken, compared from outside, saved."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from shutil import copy2

import pytest
from PySide6.QtWidgets import QFileDialog

from app.domain.plan.changes import put
from app.services.exporting import ExportOptions
from app.services.rendering import FileFormat
from tests.ui.dialogs.versions.driving import click, find, text
from ui.pages.audit.tab import AuditTab

WAIT_MS = 60_000


@pytest.fixture
def path(tmp_path, sample_file):
    file = tmp_path / "plan.irplan"
    copy2(sample_file, file)
    return file


@pytest.fixture
def tab(qtbot, desk, path, host):
    assert desk.open(path)
    made = AuditTab(desk, host)
    host.resize(1200, 900)
    made.resize(1200, 900)
    with qtbot.waitExposed(host):
        host.show()
    return made


def run(qtbot, tab):
    tab.refresh()
    qtbot.waitUntil(lambda: not tab.busy, timeout=WAIT_MS)


def edit(desk, words):
    profile = replace(desk.bridge.plan.profile, description=words)
    desk.bridge.apply((put(desk.bridge.plan, profile),), "Edit")
    assert desk.bridge.flush()


def test_a_whole_history_is_said_to_be_with_what_cannot_be_known(qtbot, tab):
    run(qtbot, tab)

    assert text(tab, "audit_headline") == "The history is whole"
    assert "1 revision" in tab.verdict._checked.accessibleName()
    assert "written the whole history anew" in tab.verdict._unknowable.accessibleName()
    assert "ends with revision 1, whose seal is" in text(tab, "audit_head")


def test_the_last_revisions_say_who_did_what_when(qtbot, tab, desk):
    edit(desk, "Other words")
    run(qtbot, tab)

    rows = tab.revisions.model().rows
    assert [row.cells[0].text for row in rows] == ["2", "1"]
    assert rows[0].cells[1].text == "23 Nov 2026, 09:00 UTC"
    assert rows[0].cells[3].text == "1 record: profiles"


def test_earlier_revisions_are_shown_when_asked_for(qtbot, tab, desk, monkeypatch):
    monkeypatch.setattr("ui.pages.audit.tab.CHUNK", 2)
    tab._shown = 2
    for at in range(4):
        edit(desk, f"Words {at}")
    run(qtbot, tab)
    assert len(tab.revisions.model().rows) == 2

    click(tab, "audit_more")
    assert len(tab.revisions.model().rows) == 4
    click(tab, "audit_more")
    assert len(tab.revisions.model().rows) == 5
    assert find(tab, type(tab._more), "audit_more").isHidden()


def test_nothing_is_audited_twice_without_a_reason(qtbot, tab, desk):
    run(qtbot, tab)
    tab.refresh()
    assert not tab.busy

    edit(desk, "Other words")
    tab.outdate()
    tab.refresh()

    assert tab.busy
    qtbot.waitUntil(lambda: not tab.busy, timeout=WAIT_MS)
    assert len(tab.revisions.model().rows) == 2


def test_what_was_changed_outside_the_program_is_a_breach_in_words(qtbot, tab, path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM record WHERE kind = 'terms'")
        connection.commit()

    run(qtbot, tab)

    assert text(tab, "audit_headline") == "Something speaks against the history"
    said = [row.cells[2].text for row in tab.remarks.model().rows]
    assert any("changed outside the program" in one for one in said)
    assert tab.remarks.model().rows[0].cells[0].text == "Breach"


def test_a_file_that_is_gone_is_told_of(qtbot, tab, path):
    path.unlink()

    with qtbot.waitSignal(tab.failed, timeout=WAIT_MS):
        tab.refresh()

    assert text(tab, "audit_headline") == "The audit trail could not be checked"
    assert tab.verdict.check.isEnabled()
    assert not tab.verdict.save.isEnabled()


def choose(tab, name, file):
    dialog = find(tab, QFileDialog, name)
    dialog.fileSelected.emit(str(file))
    dialog.reject()


@pytest.fixture
def exported(desk, tab, tmp_path):
    options = ExportOptions(
        tmp_path / "out", (FileFormat.PDF,), draft=True, head=desk.bridge.head()
    )
    made = desk.workshop.exporter().export(desk.bridge.judgement, options)
    return made.files[0].path


def test_a_pdf_kept_elsewhere_says_how_far_the_history_is_the_very_one(qtbot, tab, desk, exported):
    edit(desk, "Other words")
    run(qtbot, tab)

    click(tab, "audit_compare")
    choose(tab, "audit_compare_dialog", exported)
    qtbot.waitUntil(lambda: not tab.busy, timeout=WAIT_MS)

    assert "names revision 1" in tab.verdict._unknowable.accessibleName()
    assert tab.remarks.model().rows[-1].cells[2].below == exported.name


def test_comparing_with_the_same_document_again_adds_no_row(qtbot, tab, exported):
    run(qtbot, tab)
    for _ in range(2):
        click(tab, "audit_compare")
        choose(tab, "audit_compare_dialog", exported)
        qtbot.waitUntil(lambda: not tab.busy, timeout=WAIT_MS)

    rows = [row for row in tab.remarks.model().rows if row.cells[2].below == exported.name]
    assert len(rows) == 1


def test_a_letter_is_no_such_document_and_what_was_found_stays(qtbot, tab, tmp_path):
    run(qtbot, tab)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7\n%%EOF\n")

    click(tab, "audit_compare")
    with qtbot.waitSignal(tab.failed, timeout=WAIT_MS):
        choose(tab, "audit_compare_dialog", letter)

    assert text(tab, "audit_headline") == "The history is whole"


def test_the_report_is_saved_as_text_or_as_data(qtbot, tab, tmp_path):
    run(qtbot, tab)
    for name in ("report.txt", "report.json"):
        click(tab, "audit_save")
        with qtbot.waitSignal(tab.told):
            choose(tab, "audit_save_dialog", tmp_path / name)

    assert "OK      1 revision" in (tmp_path / "report.txt").read_text("utf-8")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["whole"] is True


def test_a_report_that_cannot_be_written_is_told_of(qtbot, tab, tmp_path):
    run(qtbot, tab)
    click(tab, "audit_save")

    with qtbot.waitSignal(tab.failed):
        choose(tab, "audit_save_dialog", tmp_path / "missing" / "report.txt")
