"""The banner."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone


def test_a_notice_names_its_action_when_the_button_is_pressed(qtbot, host):
    banner = NoticeBanner(host)
    banner.show_notice("No room.", Tone.DANGER, action="retry", action_text="Try again")

    with qtbot.waitSignal(banner.acted) as acted:
        press(qtbot, banner.findChild(QPushButton, "banner_action"))

    assert acted.args == ["retry"]
    assert banner.accessibleName() == "No room."


def test_a_notice_without_an_action_shows_no_button(host):
    banner = NoticeBanner(host)

    banner.show_notice("Saved.", Tone.SUCCESS)

    button = banner.findChild(QPushButton, "banner_action")
    assert button is not None
    assert not button.isVisibleTo(banner)


def test_a_notice_can_be_dismissed(qtbot, host):
    banner = NoticeBanner(host)
    banner.show_notice("Saved.", Tone.SUCCESS)

    with qtbot.waitSignal(banner.dismissed):
        press(qtbot, banner.findChild(QToolButton, "banner_close"))

    assert not banner.isVisibleTo(host)


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
