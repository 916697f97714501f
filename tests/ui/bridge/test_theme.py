"""The look: legible in both schemes, at every size."""

import re

import pytest
from PySide6.QtGui import QPalette

from app.services.settings import SCALES, Appearance
from ui.bridge.style_sheet import style_sheet
from ui.bridge.theme import apply_theme, theme, tokens
from ui.bridge.tokens import DARK, LEAST_LETTER_PX, LIGHT, Tokens
from ui.widgets.tokens import colour

TEXT_PAIRS = [
    ("text", "surface"), ("text", "bg"), ("text2", "surface"), ("text2", "bg"),
    ("text2", "nav"), ("text2", "surface2"), ("text3", "surface"), ("text3", "bg"),
    ("accent_text", "accent_soft"), ("accent_text", "surface"), ("on_accent", "accent"),
    ("success", "success_soft"), ("warning", "warning_soft"), ("danger", "danger_soft"),
    ("danger", "surface"), ("text", "sev1_soft"), ("text", "sev3_soft"), ("text", "selection"),
]  # fmt: skip
MARKS = {name: f"/{name}.svg" for name in ("chevron-down", "chevron-up", "tick", "dash")}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(scheme, pair):
    assert contrast(scheme, *pair) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("line", ["field", "accent"])
def test_borders_of_fields_and_the_focus_ring_can_be_seen(scheme, line):
    assert contrast(scheme, line, "surface") >= 3


@pytest.mark.parametrize("scale", SCALES)
def test_no_letter_is_smaller_than_eleven_pixels(scale):
    sheet = style_sheet(Tokens(**{**scheme_fields(LIGHT), "scale": scale}), MARKS)

    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", sheet)]

    assert min(sizes) >= LEAST_LETTER_PX


def test_the_style_sheet_leaves_no_place_unfilled():
    assert "@" not in style_sheet(DARK, MARKS)


def test_a_theme_reaches_palette_widgets_and_listeners(qtbot, themed):
    with qtbot.waitSignal(theme().changed) as heard:
        apply_theme(themed, Appearance.DARK, 125)

    assert heard.args[0].dark
    assert tokens().px(20) == 25
    assert themed.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg
    assert colour("accent").name().upper() == DARK.accent


def test_applying_the_same_look_again_restyles_nothing(qtbot, themed):
    with qtbot.assertNotEmitted(theme().changed):
        apply_theme(themed, Appearance.LIGHT, 100)


def scheme_fields(scheme):
    return {name: getattr(scheme, name) for name in Tokens.__dataclass_fields__}


def contrast(scheme, front, back):
    first, second = luminance(getattr(scheme, front)), luminance(getattr(scheme, back))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def luminance(shade):
    channels = [int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
