"""What a document says in which order: told by its own tree, and as poppler hears the file."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.outline import folded, heading_numbers
from app.domain.document.tree import (
    Anchor,
    Callout,
    Contents,
    CrossReference,
    Deleted,
    Document,
    Facts,
    Figure,
    Form,
    FormField,
    Heading,
    Inlines,
    Inserted,
    ListBlock,
    OpenPoint,
    PageBreak,
    PageOf,
    Paragraph,
    SignatureBox,
    Table,
)

Said = tuple[str, str]
"""The kind of a piece and its text without blanks, which only lines and marks set."""
A_PAGE: Final = "#"
"""Stands for the numbers of pages, which the tree does not know."""
_BULLETS: Final = "•–▪"  # noqa: RUF001  # as printed
_KIND: Final = re.compile(r"( *)([A-Z][A-Za-z0-9]*)( \((?:block|inline)\))?:?$")
_WORDS: Final = re.compile(r" *\"(.*)\"$")
_INLINE: Final = {"Link", "Span", "Reference"}
_SILENT: Final = {"Figure", "Form"}
"""What is inside is told by an alternative text, or is nothing yet."""


def told(document: Document) -> list[Said]:
    """Every piece of text in `document`, in order, from the tree alone."""
    return [(kind, squeezed(text)) for kind, text in _document(document) if squeezed(text)]


def heard(printed: str) -> list[Said]:
    """The pieces that `pdfinfo -struct-text` has printed, each where its text begins."""
    pieces: list[_Piece] = []
    open_pieces: list[_Piece] = []
    for line in printed.splitlines():
        if kind := _KIND.match(line):
            depth = len(kind[1])
            while open_pieces and open_pieces[-1].depth >= depth:
                open_pieces.pop()
            inside = open_pieces[-1] if kind[2] in _INLINE else _Piece(depth, kind[2])
            open_pieces.append(replace(inside, depth=depth))
        elif words := _WORDS.match(line):
            if not open_pieces[-1].texts:
                pieces.append(open_pieces[-1])
            open_pieces[-1].texts.append(words[1])
    spoken = ((piece.kind, "".join(piece.texts)) for piece in pieces)
    return [(_plain(kind), squeezed(text)) for kind, text in spoken if _spoken(kind, text)]


def agree(said: Said, other: Said) -> bool:
    """Whether a piece told and one heard are the same, whatever the numbers of pages in it."""
    kind, text = said
    pattern = r"(?:\d+(?:,\d+)*|–)".join(map(re.escape, text.split(A_PAGE)))  # noqa: RUF001
    return kind == other[0] and re.fullmatch(pattern, other[1]) is not None


def squeezed(text: str) -> str:
    """`text` without blanks."""
    return "".join(unicodedata.normalize("NFC", text).split())


@dataclass
class _Piece:
    depth: int
    kind: str
    texts: list[str] = field(default_factory=list)


def _plain(kind: str) -> str:
    return "H" if re.fullmatch(r"H\d", kind) else kind


def _spoken(kind: str, text: str) -> bool:
    return bool(squeezed(text)) and kind not in _SILENT


def _document(document: Document) -> Iterator[Said]:
    cover, words = document.cover, document.wording
    yield from (("P", text) for text in (cover.organisation, cover.title, cover.subtitle))
    for label, value in cover.facts:
        yield from (("TH", label), ("TD", value))
    headings = [block for block in document.body if isinstance(block, Heading)]
    numbers = list(heading_numbers(headings, words.annex))
    titles = [f"{n} {folded(h.text)}" for h, n in zip(headings, numbers, strict=True)]
    waiting, tables, figures = iter(titles), 0, 0
    for block in document.body:
        match block:
            case Heading():
                yield "H", next(waiting)
            case Contents():
                yield "H", words.contents
                yield from _listed(headings, numbers)
            case Table():
                tables += 1
                yield "Caption", f"{words.table} {tables}. {folded(block.caption)}"
                yield from _table(block)
            case Figure():
                figures += 1
                yield "P", f"{words.figure} {figures}. {folded(block.caption)}"
            case PageBreak():
                continue
            case _:
                yield from _block(block)


def _block(  # noqa: C901, PLR0912  # one case a block
    block: Paragraph | ListBlock | Facts | Callout | Form | SignatureBox,
) -> Iterator[Said]:
    match block:
        case Paragraph():
            yield "P", _said(block.content)
        case ListBlock():
            yield from _list(block)
        case Facts():
            for label, value in block.rows:
                yield from (("TH", label), ("TD", _said(value)))
        case Callout():
            yield "P", block.title
            for inner in block.content:
                yield from _block(inner)
        case Form():
            yield "P", block.title
            for blank in block.fields:
                yield from _field(blank)
        case SignatureBox():
            yield from (("P", text) for text in (block.label, block.meaning, block.signer))
        case _:
            assert_never(block)


def _list(block: ListBlock, depth: int = 0) -> Iterator[Said]:
    for number, item in enumerate(block.items, 1):
        yield "Lbl", f"{number}." if block.ordered else _BULLETS[depth % len(_BULLETS)]
        yield "P" if item.nested else "LBody", _said(item.content)
        for nested in item.nested:
            yield from _list(nested, depth + 1)


def _table(table: Table) -> Iterator[Said]:
    yield from (("TH", column.title) for column in table.columns)
    for row in table.rows:
        for index, cell in enumerate(row[: len(table.columns)]):
            kind = "TH" if table.row_heads and index == 0 else "TD"
            yield kind, " ".join(map(_said, cell.paragraphs))


def _field(blank: FormField) -> Iterator[Said]:
    if not blank.columns:
        yield "TH", f"{blank.label} {blank.hint}"
        return
    yield from (("P", blank.label), ("P", blank.hint))
    yield from (("TH", head) for head in blank.columns)


def _listed(headings: Iterable[Heading], numbers: Iterable[str]) -> Iterator[Said]:
    for heading, number in zip(headings, numbers, strict=True):
        if heading.in_contents and heading.level <= 2:
            yield from (("Lbl", number), ("TOCI", f"{folded(heading.text)} {A_PAGE}"))


def _said(content: Inlines) -> str:
    return "".join(map(_words, content))


def _words(inline: object) -> str:
    match inline:
        case Text(text) | OpenPoint(text) | Inserted(text) | Deleted(text):
            return text
        case CrossReference(text=text):
            return text
        case Link(content=content):
            return "".join(part.text for part in content)
        case LineBreak() | Anchor():
            return ""
        case PageOf():
            return A_PAGE
        case _:
            raise AssertionError(inline)
