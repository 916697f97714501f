"""Buttons: every one with a name for those who do not see its icon."""

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.widgets.icons import icon
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


class Look(Enum):
    """How much a button asks for attention."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"
    ROW = "row"


def button(
    parent: QWidget, name: str, text: str, look: Look = Look.PLAIN, picture: str = ""
) -> QPushButton:
    """A push button; `name` is its object name, `picture` an icon before the text."""
    made = QPushButton(parent)
    made.setObjectName(name)
    set_button_text(made, text)
    made.setProperty("look", look.value)
    made.setAutoDefault(False)
    if look is Look.LINK:
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if picture:
        made.setIcon(icon(picture, "on_accent" if look is Look.PRIMARY else "text2"))
        made.setIconSize(QSize(px(16), px(16)))
        made.setText(f" {made.text()}")
    return made


def set_button_text(shown: QPushButton, text: str) -> None:
    """Show `text` as it is, its ampersands too."""
    shown.setText(text.replace("&", "&&"))
    shown.setAccessibleName(text)


def icon_button(parent: QWidget, name: str, picture: str, said: str) -> QToolButton:
    """A square button with only an icon; `said` is its tooltip and accessible name."""
    made = QToolButton(parent)
    made.setObjectName(name)
    made.setIcon(icon(picture))
    made.setIconSize(QSize(px(18), px(18)))
    made.setToolTip(plain_tip(said))
    made.setAccessibleName(said)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
