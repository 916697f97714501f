"""Exporting an issued version, taking one back, and what changed between two."""

from dataclasses import replace
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.lifecycle.approving.course import Stage
from app.domain.plan.changes import put
from app.services.approving.exporting import kept_files
from tests.ui.dialogs.versions.driving import (
    click,
    find,
    identity,
    issue,
    settled,
    sign_with,
    submit,
    text,
    write,
)
from ui.dialogs.versions.export_dialog import VersionExportDialog
from ui.dialogs.versions.files import file_name, with_ending
from ui.dialogs.versions.recall_dialog import RecallDialog
from ui.pages.versions.changes_dialog import BEGINNING, VersionChangesDialog


@pytest.fixture
def issued(acting, path):
    issue(acting.desk.workshop, acting.opened, path)
    return acting


def export(qtbot, acting, show, host, folder, seal=None):
    dialog = show(VersionExportDialog(acting, "2.0", host))
    write(dialog, "version_export_folder", str(folder))
    if seal is not None:
        click(dialog, "version_export_sign")
        sign_with(dialog, "version_export", seal)
    click(dialog, "version_export_keep")
    settled(qtbot, dialog)
    assert dialog.keep.isHidden(), dialog.banner.text
    said = dialog.banner.text
    qtbot.waitUntil(lambda: bool(text(dialog, "written_sha256_1")))
    shown = {text(dialog, f"written_sha256_{at}").removeprefix("SHA-256: ") for at in (0, 1)}
    assert shown == {sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
    dialog.reject()
    return said, {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_version_comes_out_byte_for_byte_the_second_time(qtbot, issued, show, host, tmp_path):
    first, made = export(qtbot, issued, show, host, tmp_path / "first")
    profile = replace(issued.plan.profile, description="Changed since")
    issued.bridge.apply((put(issued.plan, profile),), "Edit")
    again, back = export(qtbot, issued, show, host, tmp_path / "again")

    assert sorted(made) == ["NH-IRP-001-2-0.docx", "NH-IRP-001-2-0.pdf"]
    assert made == back
    assert "every later export gives back these bytes" in first
    assert "byte for byte" in again
    kept = kept_files(issued.plan, issued.approvals.course.latest)
    assert {file.name for file in kept} == set(made)


def test_the_files_can_be_sealed_the_first_time_only(qtbot, issued, show, host, tmp_path):
    key = identity(issued.desk.workshop, tmp_path, "Rita Moss")
    _, made = export(qtbot, issued, show, host, tmp_path / "first", key)

    assert b"/ByteRange" in made["NH-IRP-001-2-0.pdf"]
    again = show(VersionExportDialog(issued, "2.0", host))
    assert not again.signing.isVisible()


def test_a_seal_that_nobody_vouches_for_the_time_of_says_so(
    qtbot, issued, show, host, tmp_path, monkeypatch
):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    desk = issued.desk
    key = identity(desk.workshop, tmp_path, "Rita Moss")
    desk.change_settings(replace(desk.settings, time_authority="http://127.0.0.1:9/"))
    dialog = show(VersionExportDialog(issued, "2.0", host))
    write(dialog, "version_export_folder", str(tmp_path / "out"))
    click(dialog, "version_export_sign")
    sign_with(dialog, "version_export", key)

    click(dialog, "version_export_keep")
    settled(qtbot, dialog)

    assert "no time stamp" in text(dialog, "version_export_remark_0")


def test_a_folder_that_cannot_be_used_keeps_nothing(qtbot, issued, show, host, tmp_path):
    (tmp_path / "file").write_text("x")
    dialog = show(VersionExportDialog(issued, "2.0", host))
    write(dialog, "version_export_folder", str(tmp_path / "file" / "out"))
    click(dialog, "version_export_keep")
    qtbot.waitUntil(lambda: dialog.banner.isVisible() and not dialog.busy, timeout=120_000)

    assert kept_files(issued.plan, issued.approvals.course.latest) == ()
    assert dialog.keep.isVisible()


def test_the_version_in_review_is_taken_back(acting, path, show, host):
    submit(acting.desk.workshop, acting.opened, path)
    dialog = show(RecallDialog(acting, "2.0", host))
    write(dialog, "recall_dialog_reason", "A number is missing")

    click(dialog, "recall_dialog_keep")

    now = acting.approvals.course
    assert now.stage is Stage.DRAFT
    assert (now.last.by, now.last.reason) == ("Mary Major", "A number is missing")


def test_somebody_takes_it_back(acting, path, show, host):
    submit(acting.desk.workshop, acting.opened, path)
    dialog = show(RecallDialog(acting, "2.0", host))
    write(dialog, "recall_dialog_by", " ")

    click(dialog, "recall_dialog_keep")

    assert dialog.fields["by"].problem == "Enter who takes it back."
    assert acting.approvals.course.stage is Stage.IN_REVIEW


def compare(qtbot, acting, host, old, new):
    host.resize(1200, 900)
    host.show()
    dialog = VersionChangesDialog(acting, old, new, host)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog._state.isVisible(), timeout=30_000)
    return dialog


def test_what_changed_since_a_version_is_listed_without_its_own_life(qtbot, issued, host):
    profile = replace(issued.plan.profile, description="Changed since")
    issued.bridge.apply((put(issued.plan, profile),), "Edit")

    dialog = compare(qtbot, issued, host, "2.0", "draft")

    assert dialog.list.said.startswith("1 change in 1 record")
    assert dialog.windowTitle() == "What changed from version 2.0 to now"
    dialog.reject()


def test_the_first_version_is_compared_with_the_beginning(qtbot, issued, host):
    dialog = compare(qtbot, issued, host, BEGINNING, "0.9")

    assert dialog.windowTitle() == "What changed from the beginning to version 0.9"
    assert text(dialog, "changes_nothing") == "Nothing changed."
    dialog.reject()


def test_a_record_that_changed_can_be_gone_to(qtbot, issued, host):
    person = next(iter(issued.plan.people.values()))
    issued.bridge.apply((put(issued.plan, replace(person, title="Countess")),), "Edit")
    dialog = compare(qtbot, issued, host, "2.0", "draft")

    with qtbot.waitSignal(dialog.navigate) as asked:
        dialog.list.view.setFocus()
        qtbot.keyClick(dialog.list.view, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.list.view, Qt.Key.Key_Return)

    assert asked.args == [f"record:people:{person.id}"]


def test_a_version_that_is_not_in_the_history_is_said(qtbot, issued, host):
    dialog = compare(qtbot, issued, host, "9.9", "draft")

    assert "no version '9.9'" in dialog.banner.text
    assert find(dialog, QLabel, "version_changes_banner_text").isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("NH-IRP-001", "2.0", "Carl Dent"), "NH-IRP-001-2-0-Carl-Dent.x"),
        (("../../etc", "", "\u0000"), "etc.x"),
        (("",), "irplan.x"),
    ],
)
def test_names_of_files_are_plain_words(parts, name):
    assert file_name(".x", *parts) == name


def test_an_ending_is_put_behind_a_name_with_dots(tmp_path):
    assert with_ending(tmp_path / "plan 2.0", ".x").name == "plan 2.0.x"
    assert with_ending(tmp_path / "plan.x", ".x").name == "plan.x"
