"""The settings dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.services.settings import Appearance
from ui.dialogs.settings import SettingsDialog


@pytest.fixture
def dialog(qtbot, host, desk):
    made = SettingsDialog(desk, host)
    made.open()
    return made


def test_a_choice_is_kept_at_once(qtbot, dialog, desk):
    dark = dialog.findChild(QComboBox, "appearance")

    with qtbot.waitSignal(desk.settings_changed):
        qtbot.keyClicks(dark, "Dark")
        dark.activated.emit(dark.currentIndex())

    assert desk.workshop.settings().appearance is Appearance.DARK


def test_every_size_on_offer_can_be_kept(dialog, desk):
    scale = dialog.findChild(QComboBox, "scale")

    scale.setCurrentIndex(scale.count() - 1)
    scale.activated.emit(scale.currentIndex())

    assert desk.workshop.settings().scale == 150


def test_a_name_is_kept_even_when_the_dialog_is_closed_from_its_field(qtbot, dialog, desk):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "person"), "Anna Keller")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert desk.workshop.settings().person == "Anna Keller"
