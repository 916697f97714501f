"""Colours and sizes in force, as whoever styles the application left them on it."""

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

PROPERTY = "irplan_tokens"
"""The property of the application that holds an object with the colours as attributes."""


def colour(name: str) -> QColor:
    """The colour called `name`; the palette's text colour while nothing is styled."""
    tokens = _tokens()
    if tokens is None:
        return QApplication.palette().windowText().color()
    return QColor(getattr(tokens, name))


def px(size: float) -> int:
    """A length of `size` px at the chosen scale."""
    tokens = _tokens()
    return round(size) if tokens is None else int(tokens.px(size))


def font_px(size: float) -> int:
    """The height of letters of `size` px at the chosen scale."""
    tokens = _tokens()
    return round(size) if tokens is None else int(tokens.font_px(size))


def _tokens() -> Any:  # noqa: ANN401 - an agreement, since widgets may not import the theme
    app = QApplication.instance()
    return None if app is None else app.property(PROPERTY)
