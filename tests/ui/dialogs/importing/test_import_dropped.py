"""Tables of people dropped on the window."""

from pathlib import Path
from shutil import copy2

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from ui.dialogs.importing import ImportDialog

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction


def dropped(window, path: Path) -> bool:
    """Drop the file; whether the window would have it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(QPoint(9, 9), COPY, mime, LEFT, NONE)
    enter.ignore()
    window.dragEnterEvent(enter)
    window.dropEvent(QDropEvent(QPointF(9, 9), COPY, mime, LEFT, NONE))
    return enter.isAccepted()


@pytest.fixture(params=["people.csv", "PEOPLE.VCF"])
def file(request, tmp_path):
    path = tmp_path / request.param
    card = "BEGIN:VCARD\nFN:Di Fo\nEND:VCARD\n"
    path.write_text(card if path.suffix == ".VCF" else "Name\nDi Fo\n", "utf-8")
    return path


def test_a_table_dropped_on_an_open_plan_is_shown(qtbot, window, desk, sample_file, file):
    plan = file.with_name("plan.irplan")
    copy2(sample_file, plan)
    assert desk.open(plan)

    assert dropped(window, file)

    [shown] = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not shown.busy)
    assert shown.columns.columns == ("name",)
    assert not dropped(window, file), "one file at a time"
    shown.reject()


def test_without_a_plan_that_can_be_changed_it_is_not_taken(window, desk, sample_file, file):
    assert not dropped(window, file)

    plan = file.with_name("plan.irplan")
    copy2(sample_file, plan)
    assert desk.open(plan, read_only=True)

    assert not dropped(window, file)
    assert not window.findChildren(ImportDialog)
