"""Icons."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from app.paths import data_folder
from app.services.settings import Appearance
from ui.bridge.theme import apply_theme
from ui.bridge.tokens import DARK, LIGHT
from ui.widgets.icons import LineIcon, icon

PLAIN = (QIcon.Mode.Normal, QIcon.State.Off)


def test_an_icon_follows_the_theme_without_being_made_again(themed):
    square = icon("square", "accent")
    before = colours(square)

    apply_theme(themed, Appearance.DARK, 100)

    assert LIGHT.accent.lower() in before
    assert DARK.accent.lower() in colours(square)


def test_a_selected_icon_is_tinted_by_us_and_not_by_the_style(themed):
    assert LIGHT.accent_text.lower() in colours(icon("square"), QIcon.Mode.Selected)


def test_an_icon_nobody_drew_is_refused_at_once(themed):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_without_room_is_nothing_and_no_fault(themed, qtlog):
    assert LineIcon("square", "text2").pixmap(QSize(0, 16), *PLAIN).isNull()
    assert not LineIcon("square", "text2").pixmap(QSize(1, 1), *PLAIN).isNull()
    assert qtlog.records == []


def test_every_shipped_icon_can_be_coloured():
    drawings = sorted((data_folder("resources") / "icons").glob("*.svg"))

    assert drawings
    assert [file.name for file in drawings if "currentColor" not in file.read_text("utf-8")] == []


def colours(shown, mode=QIcon.Mode.Normal):
    picture = shown.pixmap(24, 24, mode).toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
