"""Type for a projector: letters grow with the window, so that the last row reads along."""

from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.tokens import colour, font_px, px

FITTING_WIDTH_PX, FITTING_HEIGHT_PX = 1024, 660
"""The window in which letters have the size of everything else."""
LEAST, MOST = 0.6, 2.4
"""How many times larger they are: less than once where the scale leaves too little room."""
STEPS = 20
"""So many sizes there are between one size and the double."""

NARROWEST_PX = 80

_TITLE, _BODY, _SMALL = 26, 18, 15
"""The heights of letters at the smallest size."""


def growth(width: int, height: int) -> float:
    """How many times larger letters are in a window of that size."""
    room = min(width / px(FITTING_WIDTH_PX), height / px(FITTING_HEIGHT_PX))
    return min(max(int(room * STEPS) / STEPS, LEAST), MOST)


def set_type(widget: QWidget, name: str) -> None:
    """Let `widget` have the letters called `name`: title, strong, body, small, choice or count."""
    widget.setProperty("type", name)


def yielding(shown: QLabel) -> QLabel:
    """Let a word that is wider than the page be cut off, instead of making the window wider."""
    shown.setMinimumWidth(px(NARROWEST_PX))
    return shown


def stage_sheet(times: float) -> str:
    """The style sheet of everything on the stage."""
    sizes = {
        "title": f"{font_px(_TITLE * times)}px",
        "body": f"{font_px(_BODY * times)}px",
        "small": f"{font_px(_SMALL * times)}px",
        "gap": f"{px(6 * times)}px",
        "wide": f"{px(14 * times)}px",
        "tick": f"{px(16 * times)}px",
        "thick": f"{max(2, px(2 * times))}px",
    }
    colours = {
        name: colour(name).name()
        for name in ("accent", "accent_soft", "accent_text", "border_strong", "text2", "text3")
    }
    sheet = _SHEET
    for name, value in {**sizes, **colours}.items():
        sheet = sheet.replace(f"@{name};", f"{value};")
    return sheet


_SHEET = """
QWidget { font-size: @body; }
QLabel[type="title"] { font-size: @title; font-weight: 600; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[type="small"] { font-size: @small; color: @text2; }
QLabel[role="hint"] { font-size: @small; }
QLabel[role="error"] { font-size: @small; }
QLabel[chip="true"] { font-size: @small; max-height: 9999px; }
QPushButton { padding: @gap; padding-left: @wide; padding-right: @wide; }
QPushButton[look="link"] { padding: 2px; }
QPushButton[type="choice"] { border: @thick; border-style: solid; border-color: @border_strong; }
QPushButton[type="choice"]:checked {
    border-color: @accent; background: @accent_soft; color: @accent_text;
}
QPushButton[type="choice"][kb="true"]:focus { border-color: @accent; }
QCheckBox::indicator { width: @tick; height: @tick; }
QCheckBox { spacing: @wide; }
QHeaderView::section { font-size: @small; }
QListWidget[nav="true"]::item { padding: @gap; }
"""
