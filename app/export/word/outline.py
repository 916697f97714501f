"""The skeleton of a Word file, read back to compare it with the document it came from."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.document.outline import (
    Count,
    Outline,
    OutlineHeading,
    OutlineTable,
    count_headings,
    folded,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-3])(?: unlisted)?", re.IGNORECASE)
_TABLE_COUNT = re.compile(r"\s*SEQ Table\b")
_COUNTED = re.compile(r".*?(\d+)(?:\. (.*))?", re.DOTALL)
_SPACES = {f"{_W}tab": " ", f"{_W}br": " "}


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    base: str
    number: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Styles by id, the ids of lists that print no number, and the words before letters by id."""

    styles: dict[str, _Style]
    silent: frozenset[str]
    lettered: dict[str, str]


def outline(data: bytes) -> Outline:
    """Headings with the numbers Word shows, and captioned tables, of a file of ours.

    Also reads what another word processor made of such a file.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        main = etree.fromstring(archive.read("word/document.xml"), parser)
        sheet = etree.fromstring(archive.read("word/styles.xml"), parser)
        lists = etree.fromstring(archive.read("word/numbering.xml"), parser)
    styles = {style.get(f"{_W}styleId", ""): _style(style) for style in sheet.iter(f"{_W}style")}
    found = _Sheet(styles, frozenset(_silent(lists)), dict(_lettered(lists)))
    return Outline(tuple(_headings(main, found)), tuple(_tables(main)))


def _style(style: "Element") -> _Style:
    return _Style(
        _value(style, "name"), _value(style, "basedOn"), _value(style, "pPr", "numPr", "numId")
    )


def _silent(lists: "Element") -> Iterator[str]:
    quiet = {
        abstract.get(f"{_W}abstractNumId", "")
        for abstract in lists.iter(f"{_W}abstractNum")
        if _value(abstract, "lvl", "numFmt") == "none"
    }
    yield from ("", "0")
    for number in lists.iter(f"{_W}num"):
        if _value(number, "abstractNumId") in quiet:
            yield number.get(f"{_W}numId", "")


def _lettered(lists: "Element") -> Iterator[tuple[str, str]]:
    words = {
        abstract.get(f"{_W}abstractNumId", ""): _value(abstract, "lvl", "lvlText")
        for abstract in lists.iter(f"{_W}abstractNum")
        if _value(abstract, "lvl", "numFmt") == "upperLetter"
    }
    for number in lists.iter(f"{_W}num"):
        pattern = words.get(_value(number, "abstractNumId"))
        if pattern is not None:
            yield number.get(f"{_W}numId", ""), pattern.partition("%")[0].strip()


def _headings(main: "Element", sheet: _Sheet) -> Iterator[OutlineHeading]:
    found = [
        (int(match[1]), _count(paragraph, sheet), folded(_text(paragraph)))
        for paragraph in main.iter(f"{_W}p")
        if (match := _HEADING.fullmatch(_name(paragraph, sheet)))
    ]
    annex = next(iter(sheet.lettered.values()), "")
    numbers = count_headings(((level, count) for level, count, _ in found), annex)
    for (level, _, text), number in zip(found, numbers, strict=True):
        yield OutlineHeading(level, number, text)


def _tables(main: "Element") -> Iterator[OutlineTable]:
    for table in main.iter(f"{_W}tbl"):
        before = table.getprevious()
        if before is None or not _counts_tables(before):
            continue
        counted = _COUNTED.fullmatch(_text(before))
        rows = table.findall(f"{_W}tr")
        heads = tuple(folded(_text(cell)) for cell in rows[0].iter(f"{_W}tc"))
        number, caption = counted.groups("") if counted else ("0", "")
        yield OutlineTable(folded(caption), heads, len(rows) - 1, int(number))


def _counts_tables(paragraph: "Element") -> bool:
    instruction = "".join(run.text or "" for run in paragraph.iter(f"{_W}instrText"))
    return bool(_TABLE_COUNT.match(instruction))


def _name(paragraph: "Element", sheet: _Sheet) -> str:
    style = sheet.styles.get(_value(paragraph, "pPr", "pStyle"))
    return style.name if style else ""


def _count(paragraph: "Element", sheet: _Sheet) -> Count:
    number = _value(paragraph, "pPr", "numPr", "numId")
    ident = _value(paragraph, "pPr", "pStyle")
    seen: set[str] = set()
    while not number and ident in sheet.styles and ident not in seen:
        seen.add(ident)
        number, ident = sheet.styles[ident].number, sheet.styles[ident].base
    if number in sheet.silent:
        return Count.NONE
    return Count.LETTERS if number in sheet.lettered else Count.NUMBERS


def _text(element: "Element") -> str:
    return "".join(
        _SPACES.get(str(part.tag), part.text or "")
        for part in element.iter(f"{_W}t", *_SPACES)
        if _in_run(part)
    )


def _in_run(part: "Element") -> bool:
    parent = part.getparent()
    return parent is not None and parent.tag == f"{_W}r"


def _value(element: "Element", *path: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path))
    return "" if found is None else found.get(f"{_W}val", "")
