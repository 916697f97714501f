"""The settings and font table parts."""

from app.export import theme
from app.export.word.oxml import Element, root, w

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)
"""What today's Word writes; without it the title bar says "compatibility mode"."""
_EVERYWHERE = "Arial"
"""A face every reader has, close to ours in width."""
_SANS_PANOSE = "020B0604020202020204"


def settings(language: str, *, mirrored: bool = False) -> Element:
    """Nothing that makes Word ask a question on opening; `language` is a BCP 47 tag.

    `mirrored`: even pages have a head or foot of their own.
    """
    compatibility = [
        w("compatSetting", name=name, uri=_WORD, val=value) for name, value in _COMPATIBILITY
    ]
    return root(
        "w:settings",
        ("w",),
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("evenAndOddHeaders") if mirrored else None,
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *compatibility),
        w("themeFontLang", val=language),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def font_table() -> Element:
    """Our family, and what to take where it is not installed."""
    return root(
        "w:fonts",
        ("w",),
        w(
            "font",
            w("altName", val=_EVERYWHERE),
            w("panose1", val=_SANS_PANOSE),
            w("charset", val="00"),
            w("family", val="swiss"),
            w("pitch", val="variable"),
            name=theme.TEXT_FONT,
        ),
    )
