"""Two style sheets made one: the look of the letterhead, and what a plan needs besides."""

import copy
from collections.abc import Iterable
from typing import Final

from app.export.word.donor.pruning import remove
from app.export.word.donor.style_order import into_paragraph, into_style
from app.export.word.numbering import HEADINGS
from app.export.word.oxml import NAMESPACES, Element, root, w

_W: Final = f"{{{NAMESPACES['w']}}}"
_NAMED: Final = ("basedOn", "next", "link")
_STRIPPED: Final = ("numPr", "lang", "rsid", "framePr")
"""Belong to lists, languages, editing sessions and places of the letterhead alone."""
_DEEPEST: Final = 3
_PLAIN: Final = frozenset({"BodyText", "ListBullet", "ListNumber", "Quote", "Lead"})
"""Running text of ours that takes its letters from the letterhead's own where it has no such."""
_LETTERS: Final = ("sz", "szCs", "color", "b", "bCs")


def merged(ours: Element, theirs: Element, used: Iterable[str]) -> tuple[Element, dict[str, str]]:
    """One sheet of both, and the new ids of those styles of `theirs` that got one.

    A style of ours gives way to one of theirs of the same name and kind, but keeps its id.
    `used` are ids of theirs that headers and footers need; what nobody needs stays behind.
    """
    foreign = {_ident(style): style for style in theirs.findall(f"{_W}style") if _ident(style)}
    by_name = {_key(style): style for style in foreign.values()}
    replaced = {
        _ident(style): by_name[_key(style)]
        for style in ours.findall(f"{_W}style")
        if _key(style) in by_name
    }
    needed = _needed(foreign, [*map(_ident, replaced.values()), *used])
    idents = _idents(ours, foreign, replaced, needed)
    sheet = root("w:styles", ("w",), _defaults(ours, theirs))
    known = {_ident(style) for style in ours.findall(f"{_W}style")} | {*idents.values()}
    for style in ours.findall(f"{_W}style"):
        ident = _ident(style)
        lent = replaced.get(ident)
        sheet.append(_plainer(style, theirs) if lent is None else _adopted(lent, idents, known))
    lent_idents = {_ident(style) for style in replaced.values()}
    for ident, style in foreign.items():
        if ident in needed and ident not in lent_idents:
            sheet.append(_adopted(style, idents, known))
    _number(sheet)
    return sheet, idents


def _needed(foreign: dict[str, Element], idents: Iterable[str]) -> set[str]:
    """Those styles and all they are based on or linked with."""
    needed: set[str] = set()
    waiting = [ident for ident in idents if ident in foreign]
    while waiting:
        ident = waiting.pop()
        if ident in needed:
            continue
        needed.add(ident)
        for name in ("basedOn", "link"):
            other = _value(foreign[ident], name)
            if other in foreign:
                waiting.append(other)
    return needed


def _idents(
    ours: Element, foreign: dict[str, Element], replaced: dict[str, Element], needed: set[str]
) -> dict[str, str]:
    """The id of each needed style of theirs: ours where it replaces one, else none we have."""
    taken = {_ident(style) for style in ours.findall(f"{_W}style")}
    idents = {_ident(style): ident for ident, style in replaced.items()}
    for ident in foreign:
        if ident in needed and ident not in idents:
            wanted = ident
            while wanted in taken:
                wanted = f"Letterhead{wanted}"
            taken.add(wanted)
            idents[ident] = wanted
    return idents


def _defaults(ours: Element, theirs: Element) -> Element:
    """Their letters, in our language."""
    mine = ours.find(f"{_W}docDefaults")
    lent = theirs.find(f"{_W}docDefaults")
    assert mine is not None  # noqa: S101 - our own sheet always has them
    if lent is None or lent.find(f"{_W}rPrDefault/{_W}rPr") is None:
        return copy.deepcopy(mine)
    made = copy.deepcopy(lent)
    letters = made.find(f"{_W}rPrDefault/{_W}rPr")
    language = mine.find(f".//{_W}lang")
    if letters is not None and language is not None:
        _place_language(letters, copy.deepcopy(language))
    return made


def _place_language(letters: Element, language: Element) -> None:
    for same in letters.findall(language.tag):
        letters.remove(same)
    late = ("eastAsianLayout", "specVanish", "oMath")
    before = sum(str(child.tag).rpartition("}")[2] not in late for child in letters)
    letters.insert(before, language)


def _adopted(style: Element, idents: dict[str, str], known: set[str]) -> Element:
    made = copy.deepcopy(style)
    made.set(f"{_W}styleId", idents[_ident(style)])
    if _value(style, "name").casefold() not in _DEFAULTS:
        made.attrib.pop(f"{_W}default", "")
    for name in _NAMED:
        for reference in made.findall(f"{_W}{name}"):
            old = reference.get(f"{_W}val", "")
            new = idents.get(old, old)
            if new in known:
                reference.set(f"{_W}val", new)
            else:
                made.remove(reference)
    for name in _STRIPPED:
        for element in list(made.iter(f"{_W}{name}")):
            remove(element)
    return made


_DEFAULTS: Final = frozenset({"normal", "default paragraph font", "normal table", "no list"})


def _plainer(style: Element, theirs: Element) -> Element:
    """A style of ours; running text without letters of its own, unlisted headings likewise."""
    made = copy.deepcopy(style)
    ident = _ident(style)
    inherits = ident in _PLAIN or ident.endswith("Unlisted")
    letters = made.find(f"{_W}rPr")
    if not inherits or letters is None or theirs.find(f"{_W}style") is None:
        return made
    for name in _LETTERS:
        for element in letters.findall(f"{_W}{name}"):
            letters.remove(element)
    spacing = made.find(f"{_W}pPr/{_W}spacing")
    if spacing is not None:
        for name in ("line", "lineRule"):
            spacing.attrib.pop(f"{_W}{name}", "")
        if ident.endswith("Unlisted"):
            remove(spacing)
    return made


def _number(sheet: Element) -> None:
    """Our count for the headings, and none for what is based on them."""
    idents = {f"Heading{level + 1}": level for level in range(_DEEPEST)}
    for style in sheet.findall(f"{_W}style"):
        level = idents.get(_ident(style))
        if level is not None:
            properties = _properties(style)
            for name in ("tabs", "ind"):
                for element in properties.findall(f"{_W}{name}"):
                    properties.remove(element)
            count = w("numPr", w("ilvl", val=level), w("numId", val=HEADINGS))
            for one in (w("keepNext"), w("keepLines"), count, w("outlineLvl", val=level)):
                into_paragraph(properties, one)
        elif _value(style, "basedOn") in idents and not _ident(style).endswith("Unlisted"):
            properties = _properties(style)
            into_paragraph(properties, w("numPr", w("numId", val=0)))
            into_paragraph(properties, w("outlineLvl", val=9))


def _properties(style: Element) -> Element:
    found = style.find(f"{_W}pPr")
    if found is None:
        found = w("pPr")
        into_style(style, found)
    return found


def _key(style: Element) -> tuple[str, str]:
    return style.get(f"{_W}type", "paragraph"), _value(style, "name").casefold()


def _ident(style: Element) -> str:
    return style.get(f"{_W}styleId", "")


def _value(style: Element, name: str) -> str:
    found = style.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")
