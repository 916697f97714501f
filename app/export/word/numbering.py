"""The numbering part: headings by their styles, bullets, and one count for each ordered list."""

from collections.abc import Iterable

from app.export import theme
from app.export.word.oxml import Element, root, w
from app.export.word.page import twips

HEADINGS = 1
"""Number id that the heading styles are bound to."""
BULLETS = 2
"""Number id of all bulleted lists."""
NO_NUMBER = 3
"""Number id of the list without numbers: takes the number from a numbered style."""
ANNEXES = 4
"""Number id of the headings in annexes."""
DEEPEST_LIST_LEVEL = 8

_HEADING_INDENTS = (22.0, 30.0, 38.0)
_ABSTRACT_HEADINGS, _ABSTRACT_BULLETS, _ABSTRACT_ORDERED, _ABSTRACT_NONE, _ABSTRACT_ANNEXES = range(
    5
)
_BULLET_SIGNS = ("•", "◦", "•")
_ORDERED_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


def ordered_list(ordinal: int) -> int:
    """The number id of the `ordinal`-th ordered list."""
    return ANNEXES + ordinal


def numbering(list_levels: Iterable[int], annex: str) -> Element:
    """The part, given how deep each ordered list of the document is nested.

    `annex` is the word before the letter of one.
    """
    lists = [
        w("num", _abstract(_ABSTRACT_ORDERED), _from_one(level), numId=ordered_list(ordinal))
        for ordinal, level in enumerate(list_levels, start=1)
    ]
    return root(
        "w:numbering",
        ("w",),
        _definition(_ABSTRACT_HEADINGS, [_heading_level(level) for level in range(3)]),
        _definition(_ABSTRACT_BULLETS, [_bullet_level(level) for level in range(9)]),
        _definition(_ABSTRACT_ORDERED, [_ordered_level(level) for level in range(9)]),
        _definition(_ABSTRACT_NONE, [_silent_level(level) for level in range(9)]),
        _definition(_ABSTRACT_ANNEXES, [_annex_level(level, annex) for level in range(3)]),
        w("num", _abstract(_ABSTRACT_HEADINGS), numId=HEADINGS),
        w("num", _abstract(_ABSTRACT_BULLETS), numId=BULLETS),
        w("num", _abstract(_ABSTRACT_NONE), numId=NO_NUMBER),
        w("num", _abstract(_ABSTRACT_ANNEXES), numId=ANNEXES),
        *lists,
    )


def _abstract(ident: int) -> Element:
    return w("abstractNumId", val=ident)


def _from_one(level: int) -> Element:
    return w("lvlOverride", w("startOverride", val=1), ilvl=level)


def _definition(ident: int, levels: list[Element]) -> Element:
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=ident)


def _heading_level(level: int) -> Element:
    pattern = _dotted(level)
    indent = twips(_HEADING_INDENTS[level])
    style = w("pStyle", val=f"Heading{level + 1}")
    return _level(level, ("decimal", pattern), (indent, indent), style)


def _annex_level(level: int, annex: str) -> Element:
    """A space behind the letter: how wide the word before it is differs by language."""
    if level == 0:
        return _level(level, ("upperLetter", f"{annex} %1".strip()), (0, 0), follows="space")
    indent = twips(_HEADING_INDENTS[level])
    return _level(level, ("decimal", _dotted(level)), (indent, indent))


def _dotted(level: int) -> str:
    return ".".join(f"%{part}" for part in range(1, level + 2))


def _bullet_level(level: int) -> Element:
    return _level(level, ("bullet", _BULLET_SIGNS[level % 3]), _list_indent(level))


def _ordered_level(level: int) -> Element:
    return _level(level, (_ORDERED_FORMATS[level % 3], f"%{level + 1}."), _list_indent(level))


def _silent_level(level: int) -> Element:
    return _level(level, ("none", ""), (0, 0), follows="nothing")


def _list_indent(level: int) -> tuple[int, int]:
    return twips(theme.LIST_INDENT * (level + 1)), twips(theme.LIST_INDENT - 4)


def _level(
    level: int,
    form: tuple[str, str],
    indent: tuple[int, int],
    style: Element | None = None,
    follows: str = "tab",
) -> Element:
    kind, pattern = form
    left, hanging = indent
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        style,
        w("suff", val=follows),
        w("lvlText", val=pattern),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=left, hanging=hanging)),
        ilvl=level,
    )
