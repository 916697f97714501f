"""The letters of what is drawn by hand."""

from PySide6.QtGui import QFont

from ui.widgets.tokens import font_px


def letters(base: QFont, size: int, *, strong: bool = False) -> QFont:
    """The letters of `base` at `size`, in pixels at 100 %; strong ones are half bold."""
    font = QFont(base)
    font.setPixelSize(font_px(size))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
