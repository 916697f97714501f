"""How each kind of text looks in an editor, and which properties tell it apart again."""

from enum import IntEnum

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextListFormat

from app.domain.document.inline import Mark
from ui.widgets.tokens import colour, font_px, px

_FREE = QTextFormat.Property.UserProperty.value

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
"""The object type of variables and references."""

OBJECT = "\ufffc"
"""The one character a chip takes in the document."""

BREAK = "\u2028"
"""A forced new line."""

LINE_HEIGHT_PERCENT = 145.0
LETTERS_PX = 14
_HEADING_PX = {2: 17, 3: 15}
_HEADING_WEIGHT = QFont.Weight.DemiBold
_BOLD = QFont.Weight.Bold
_MONOSPACE = ["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"]


class Property(IntEnum):
    """Our own properties of formats."""

    CHIP_KIND = _FREE + 1
    """`variable`, or the kind of a reference."""
    CHIP_NAME = _FREE + 2
    """The variable's name or the reference's target."""
    CHIP_LABEL = _FREE + 3
    """The author's wording of a reference, as data."""
    SPAN = _FREE + 4
    """Tells two links side by side apart, and two quotes."""


QUOTE_LEVEL = QTextFormat.Property.BlockQuoteLevel.value
RULE_WIDTH = QTextFormat.Property.BlockTrailingHorizontalRulerWidth.value


def plain_block() -> QTextBlockFormat:
    """Running text."""
    made = QTextBlockFormat()
    made.setLineHeight(
        LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    made.setBottomMargin(px(10))
    return made


def list_block() -> QTextBlockFormat:
    """A list entry; entries stand closer together than paragraphs."""
    made = plain_block()
    made.setBottomMargin(px(4))
    return made


def heading_block(level: int) -> QTextBlockFormat:
    """A heading of level 2 or 3."""
    made = plain_block()
    made.setHeadingLevel(level)
    made.setTopMargin(px(8))
    made.setBottomMargin(px(6))
    return made


def quote_block(span: int) -> QTextBlockFormat:
    """A paragraph of the quote `span`; blocks with one number are one quote."""
    made = plain_block()
    made.setProperty(QUOTE_LEVEL, 1)
    made.setProperty(Property.SPAN, span)
    made.setLeftMargin(px(20))
    return made


def rule_block() -> QTextBlockFormat:
    """A line across the page."""
    made = plain_block()
    made.setProperty(RULE_WIDTH, 1)
    return made


def list_format(depth: int, *, ordered: bool) -> QTextListFormat:
    """A list at `depth`, counted from 1."""
    styles = QTextListFormat.Style
    made = QTextListFormat()
    made.setIndent(depth)
    bullets = (styles.ListDisc, styles.ListCircle, styles.ListSquare)
    made.setStyle(styles.ListDecimal if ordered else bullets[(depth - 1) % len(bullets)])
    return made


def is_ordered(style: QTextListFormat.Style) -> bool:
    """Whether a list of `style` is numbered."""
    styles = QTextListFormat.Style
    return style.value <= styles.ListDecimal.value


def char_format(marks: frozenset[Mark] = frozenset(), heading: int = 0) -> QTextCharFormat:
    """Letters with `marks`; `heading` is the level of the heading they stand in, 0 for none."""
    made = QTextCharFormat()
    made.setProperty(
        QTextFormat.Property.FontPixelSize.value, font_px(_HEADING_PX.get(heading, LETTERS_PX))
    )
    if heading:
        made.setFontWeight(_HEADING_WEIGHT)
    if Mark.BOLD in marks:
        made.setFontWeight(_BOLD)
    if Mark.ITALIC in marks:
        made.setFontItalic(True)
    if Mark.STRIKE in marks:
        made.setFontStrikeOut(True)
    if Mark.CODE in marks:
        made.setFontFixedPitch(True)
        made.setFontFamilies(_MONOSPACE)
    return made


def link_format(url: str, span: int, marks: frozenset[Mark], heading: int = 0) -> QTextCharFormat:
    """Letters of the link number `span` to `url`."""
    made = char_format(marks, heading)
    made.setAnchor(True)
    made.setAnchorHref(url)
    made.setProperty(Property.SPAN, span)
    made.setForeground(colour("accent_text"))
    made.setFontUnderline(True)
    return made


def marks_of(form: QTextCharFormat) -> frozenset[Mark]:
    """The marks that letters of `form` bear."""
    found = {
        Mark.BOLD: form.fontWeight() >= _BOLD,
        Mark.ITALIC: form.fontItalic(),
        Mark.STRIKE: form.fontStrikeOut(),
        Mark.CODE: form.fontFixedPitch(),
    }
    return frozenset(mark for mark, borne in found.items() if borne)
