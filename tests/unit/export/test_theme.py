import pytest

from app.domain.document.drawing import Ink
from app.domain.document.tree import Tone
from app.export import theme


def _luminance(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_every_ink_but_none_has_a_colour():
    assert set(theme.INKS) == set(Ink) - {Ink.NONE}


@pytest.mark.parametrize("tone", list(Tone))
def test_text_can_be_read_on_every_tone(tone):
    colours = theme.TONES[tone]

    assert _contrast(colours.text, colours.ground) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (theme.Colour.INK, theme.Colour.PAPER),
        (theme.Colour.MUTED, theme.Colour.PAPER),
        (theme.Colour.LINK, theme.Colour.PAPER),
        (theme.Colour.RESTRICTED, theme.Colour.PAPER),
        (theme.Colour.INSERTED, theme.Colour.WATERMARK),
        (theme.Colour.DELETED, theme.Colour.WATERMARK),
        (theme.Colour.OPEN_TEXT, theme.Colour.OPEN_TINT),
        (theme.Colour.INK, theme.Colour.WATERMARK),
        (theme.Colour.PAPER, theme.Colour.BRAND),
    ],
)
def test_text_can_be_read_on_its_ground(text, ground):
    assert _contrast(text, ground) >= 4.5


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_severity_inks_can_be_read(level):
    ground, text = theme.INKS[Ink(f"severity-{level}")], theme.INKS[Ink(f"on-severity-{level}")]

    assert _contrast(text, ground) >= 4.5
