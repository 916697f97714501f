"""Dialogs as high as their words need at the width they have."""

from PySide6.QtWidgets import QDialog

from ui.widgets.tokens import px


def fit_height(dialog: QDialog) -> None:
    """Make `dialog` high enough for what it shows, within the window it stands over."""
    layout, parent = dialog.layout(), dialog.parentWidget()
    if layout is None:
        return
    layout.activate()
    wanted = max(layout.totalHeightForWidth(dialog.width()), layout.totalMinimumSize().height())
    room = parent.window().height() - px(24) if parent is not None else wanted
    dialog.resize(dialog.width(), min(wanted, max(room, dialog.minimumHeight())))
