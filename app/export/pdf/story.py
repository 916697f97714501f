"""A document as one stream of pieces with the structure tree behind them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, assert_never

from app.domain.document.anchors import anchors, texts
from app.domain.document.inline import Text
from app.domain.document.tree import (
    Block,
    Callout,
    Contents,
    Document,
    Facts,
    Figure,
    Form,
    Heading,
    ListBlock,
    PageBreak,
    PageOf,
    Paragraph,
    SignatureBox,
    Table,
    Voice,
)
from app.export.pdf.anchored import Anchored
from app.export.pdf.contents import contents_flows
from app.export.pdf.cover import cover_flows
from app.export.pdf.frames import callout_flow, facts_flow, form_flows
from app.export.pdf.headings import Title, heading_flow, titles
from app.export.pdf.illustrations import figure_flows
from app.export.pdf.kept import Kept, kept
from app.export.pdf.lists import list_flows
from app.export.pdf.pagination import UPRIGHT, Flow
from app.export.pdf.signatures import signature_flow
from app.export.pdf.tables import TableSetting, counted
from app.export.pdf.text_block import TextBlock
from app.export.pdf.trace import ROOT_TAG, Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BODY, HEADING_1, LEAD, NOTE, QUOTE

_VOICES: Final = {Voice.BODY: BODY, Voice.LEAD: LEAD, Voice.NOTE: NOTE, Voice.QUOTE: QUOTE}
_QUOTE_INDENT: Final = 16.0
_CONTENTS_KEY: Final = "\0contents"


@dataclass(slots=True)
class Story:
    """The stream, its structure, and what in it is counted."""

    root: Element
    flows: list[Flow]
    titles: tuple[Title, ...]
    tables: tuple[Table, ...]


class Teller:
    """Turns one document into pieces, as often as its page numbers change.

    Only what prints page numbers is set again.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._titles = _titles(document)
        self._cover = _Passage(partial(_cover, document))
        self._body = tuple(_passages(document, self._titles))

    def sketch(self, setter: Typesetter) -> list[Flow]:
        """Set all but the tables at the end that print pages, nearly all of places before them."""
        blocks = self._document.body
        indexes = _indexes(blocks)
        left_out = _Told(Element(ROOT_TAG), ())
        body = [
            left_out if at in indexes else passage.told(setter)
            for at, passage in enumerate(self._body)
        ]
        return [*self._cover.told(setter).flows, *_joined(self._document, body)]

    def tell(self, setter: Typesetter) -> Story:
        """Set what was not set yet, or not with the pages that `setter` knows."""
        cover = self._cover.told(setter)
        body = [passage.told(setter) for passage in self._body]
        root = Element(ROOT_TAG, [kid for told in (cover, *body) for kid in told.root.kids])
        flows = [*cover.flows, *_joined(self._document, body)]
        tables = tuple(block for block in self._document.body if isinstance(block, Table))
        return Story(root, flows, self._titles, tables)


def tell(document: Document, setter: Typesetter) -> Story:
    """Turn `document` into pieces, set with `setter`."""
    return Teller(document).tell(setter)


def anchors_of(document: Document) -> frozenset[str]:
    """Return every anchor of `document`, and the keys its contents list leads to."""
    keys = (title.key for title in _titles(document))
    return frozenset((*anchors(document.body), *keys))


def table_key(index: int) -> str:
    """Return the name of the table with this index, whether it has an anchor or not."""
    return f"\0table-{index}"


def _titles(document: Document) -> tuple[Title, ...]:
    return titles(document.body, document.wording.annex)


@dataclass(frozen=True, slots=True)
class _Told:
    """The pieces of a passage, and their elements below a root of their own."""

    root: Element
    flows: tuple[Flow, ...]


@dataclass(slots=True)
class _Passage:
    """A block of the document, or its cover, as it was told last."""

    make: Callable[[Typesetter, Element], Iterable[Flow]]
    last: Kept[_Told] | None = None

    def told(self, setter: Typesetter) -> _Told:
        """Set it, unless it stands already as it would be set."""
        self.last = kept(self.last, setter, partial(self._set, setter))
        return self.last.made

    def _set(self, setter: Typesetter) -> _Told:
        root = Element(ROOT_TAG)
        return _Told(root, tuple(self.make(setter, root)))


def _passages(document: Document, of: Iterable[Title]) -> Iterator[_Passage]:
    """Walk the body once, counting what is counted."""
    following = iter(of)
    counts = _Counts()
    for block in document.body:
        title = next(following) if isinstance(block, Heading) else None
        counts = counts.with_one(block, title)
        if isinstance(block, Table):
            yield _Passage(_table(document, block, counts).flows)
        else:
            yield _Passage(partial(_flows, document, block, title, counts))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How much of each stands in the body up to a block, itself included."""

    tables: int = 0
    figures: int = 0
    level: int = 0
    """The level of the last heading as readers are told it."""

    def with_one(self, block: Block, title: Title | None) -> "_Counts":
        """Readers expect no level to be skipped on the way down."""
        level = 1 if isinstance(block, Contents) else title.level if title is not None else 0
        return _Counts(
            self.tables + isinstance(block, Table),
            self.figures + isinstance(block, Figure),
            min(level, self.level + 1) if level else self.level,
        )


def _cover(document: Document, setter: Typesetter, root: Element) -> Iterable[Flow]:
    return cover_flows(document.cover, setter, root)


def _joined(document: Document, body: Sequence[_Told]) -> Iterator[Flow]:
    """Yield the pieces of the body; the first starts a page, unless the cover is compact."""
    breaking = not document.cover.compact
    followers = (*document.body[1:], None)
    for block, follower, told in zip(document.body, followers, body, strict=False):
        if isinstance(block, PageBreak):
            breaking = True
        leads = _leads(block, follower)
        for flow in told.flows:
            if breaking or leads:
                kept = flow.keeps_next or leads
                yield flow._replace(new_page=flow.new_page or breaking, keeps_next=kept)
                breaking = False
            else:
                yield flow


def _flows(  # noqa: C901, PLR0912  # one case a block
    document: Document,
    block: Block,
    title: Title | None,
    counts: _Counts,
    setter: Typesetter,
    root: Element,
) -> Iterator[Flow]:
    width = UPRIGHT.text_width
    match block:
        case Heading():
            if title is not None:
                yield heading_flow(title, setter, width, root.add(f"H{counts.level}"))
        case Paragraph():
            yield _paragraph(block, setter, root)
        case ListBlock():
            yield from list_flows(block, setter, width, root)
        case Facts():
            yield facts_flow(block, setter, width, root)
        case Figure():
            caption = counted(document.wording.figure, counts.figures, block.caption)
            yield from figure_flows(block, caption, setter, width, root)
        case Callout():
            yield callout_flow(block, setter, width, root)
        case Form():
            yield from form_flows(block, setter, width, root)
        case Contents():
            yield from _contents(document, counts, setter, root)
        case SignatureBox():
            yield signature_flow(block, setter, width, root)
        case PageBreak() | Table():  # tables remember how they were set
            return
        case _:
            assert_never(block)


def _table(document: Document, block: Table, counts: _Counts) -> TableSetting:
    caption = counted(document.wording.table, counts.tables, block.caption)
    return TableSetting(block, caption, table_key(counts.tables - 1))


def _paragraph(block: Paragraph, setter: Typesetter, parent: Element) -> Flow:
    look = _VOICES[block.voice]
    if block.voice is Voice.QUOTE:
        element = parent.add("BlockQuote").add("P")
        text = setter.block(block.content, look, UPRIGHT.text_width - 2 * _QUOTE_INDENT, element)
        return Flow(_indented(text), look.before, look.after)
    text = setter.block(block.content, look, UPRIGHT.text_width, parent.add("P"))
    return Flow(text, look.before, look.after)


def _indexes(blocks: Sequence[Block]) -> frozenset[int]:
    """Which of `blocks` are tables that print pages, behind the last table that does not."""
    found = []
    for at in range(len(blocks) - 1, -1, -1):
        if isinstance(block := blocks[at], Table):
            if not any(isinstance(item, PageOf) for content in texts(block) for item in content):
                break
            found.append(at)
    return frozenset(found)


def _contents(
    document: Document, counts: _Counts, setter: Typesetter, root: Element
) -> Iterator[Flow]:
    word, width = document.wording.contents, UPRIGHT.text_width
    text = setter.block(word, HEADING_1, width, root.add(f"H{counts.level}"))
    piece = Anchored(text, (_CONTENTS_KEY,), 1, word)
    yield Flow(piece, HEADING_1.before, HEADING_1.after, keeps_next=True)
    yield from contents_flows(_titles(document), setter, width, root)


def _leads(block: Block, follower: Block | None) -> bool:
    """Whether `block` announces what follows: "The steps:" a list, a remark its table."""
    if not isinstance(block, Paragraph) or not isinstance(follower, ListBlock | Table):
        return False
    ending = block.content[-1] if block.content else None
    announced = isinstance(ending, Text) and ending.text.rstrip().endswith(":")
    return announced or block.voice is Voice.NOTE


def _indented(text: TextBlock) -> TextBlock:
    return text._replace(indent=_QUOTE_INDENT)
