"""Dialogs as high as their words need at the width they have."""

from PySide6.QtWidgets import QDialog

from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

SPARE_PX = 24
"""So much of the window stays seen around a dialog."""

MARGIN_PX = 24
"""Between the edge of a dialog and what is in it."""


def fit_height(dialog: QDialog) -> None:
    """Make `dialog` high enough for what it shows, within the window it stands over."""
    layout, parent = dialog.layout(), dialog.parentWidget()
    if layout is None:
        return
    layout.activate()
    wanted = max(layout.totalHeightForWidth(dialog.width()), layout.totalMinimumSize().height())
    room = parent.window().height() - px(SPARE_PX) if parent is not None else wanted
    dialog.resize(dialog.width(), min(wanted, max(room, dialog.minimumHeight())))


def fit_room(dialog: QDialog, width: int, height: int) -> None:
    """Make `dialog` as large as that, in pixels at 100 %, as far as the window allows."""
    parent = dialog.parentWidget()
    room = (dialog if parent is None else parent.window()).size()
    across, down = room.width() - px(SPARE_PX), room.height() - px(SPARE_PX)
    dialog.setMinimumSize(max(min(px(440), across), 1), max(min(px(320), down), 1))
    dialog.resize(min(px(width), across), min(px(height), down))


def fit_scroll(dialog: QDialog, scroll: ScrollBody, width: int) -> None:
    """Make `dialog` `width` wide and as high as what scrolls in it, as far as the window allows.

    `width` is in pixels at 100 %.
    """
    parent = dialog.parentWidget()
    window = dialog if parent is None else parent.window()
    across = min(px(width), window.width() - px(SPARE_PX))
    body = scroll.content
    body.activate()
    inner = across - px(2 * MARGIN_PX)
    wanted = (
        body.totalHeightForWidth(inner) if body.hasHeightForWidth() else body.sizeHint().height()
    )
    rest = dialog.sizeHint().height() - scroll.sizeHint().height()
    dialog.setMinimumSize(min(across, px(360)), px(220))
    dialog.resize(across, min(wanted + rest + px(8), window.height() - px(SPARE_PX)))
