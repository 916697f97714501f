"""A document as one stream of pieces with the structure tree behind them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final, assert_never

from app.domain.document.anchors import anchors
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
from app.export.pdf.lists import list_flows
from app.export.pdf.pagination import UPRIGHT, Flow
from app.export.pdf.signatures import signature_flow
from app.export.pdf.tables import counted, table_flows
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
    flows: list[Flow] = field(default_factory=list)
    titles: tuple[Title, ...] = ()
    tables: list[Table] = field(default_factory=list)


def tell(document: Document, setter: Typesetter) -> Story:
    """Turn `document` into pieces, set with `setter`."""
    story = Story(Element(ROOT_TAG), titles=_titles(document))
    story.flows.extend(cover_flows(document.cover, setter, story.root))
    story.flows.extend(_Teller(document, setter, story).body())
    return story


def anchors_of(document: Document) -> frozenset[str]:
    """Return every anchor of `document`, and the keys its contents list leads to."""
    keys = (title.key for title in _titles(document))
    return frozenset((*anchors(document.body), *keys))


def table_key(index: int) -> str:
    """Return the name of the table with this index, whether it has an anchor or not."""
    return f"\0table-{index}"


def _titles(document: Document) -> tuple[Title, ...]:
    return titles(document.body, document.wording.annex)


class _Teller:
    """Walks the body once, counting as it goes."""

    def __init__(self, document: Document, setter: Typesetter, story: Story) -> None:
        self._document = document
        self._setter = setter
        self._story = story
        self._titles = iter(story.titles)
        self._figures = 0
        self._tag_level = 0

    def body(self) -> Iterator[Flow]:
        """Yield the pieces of the body; the first starts a page, unless the cover is compact."""
        breaking = not self._document.cover.compact
        for block, follower in zip_longest(self._document.body, self._document.body[1:]):
            if isinstance(block, PageBreak):
                breaking = True
            leads = _leads(block, follower)
            for flow in self._flows(block):
                kept = flow.keeps_next or leads
                yield replace(flow, new_page=flow.new_page or breaking, keeps_next=kept)
                breaking = False

    def _flows(self, block: Block) -> Iterator[Flow]:  # noqa: C901, PLR0912  # one case a block
        parent, setter, width = self._story.root, self._setter, UPRIGHT.text_width
        match block:
            case Heading():
                title = next(self._titles)
                yield heading_flow(title, setter, width, self._heading_element(title.level))
            case Paragraph():
                yield self._paragraph(block)
            case ListBlock():
                yield from list_flows(block, setter, width, parent)
            case Table():
                yield from self._table(block)
            case Facts():
                yield facts_flow(block, setter, width, parent)
            case Figure():
                yield from self._figure(block)
            case Callout():
                yield callout_flow(block, setter, width, parent)
            case Form():
                yield from form_flows(block, setter, width, parent)
            case Contents():
                yield from self._contents()
            case SignatureBox():
                yield signature_flow(block, setter, width, parent)
            case PageBreak():
                return
            case _:
                assert_never(block)

    def _heading_element(self, level: int) -> Element:
        """Tag a heading; readers expect no level to be skipped on the way down."""
        self._tag_level = min(level, self._tag_level + 1)
        return self._story.root.add(f"H{self._tag_level}")

    def _paragraph(self, block: Paragraph) -> Flow:
        look = _VOICES[block.voice]
        parent = self._story.root
        if block.voice is Voice.QUOTE:
            element = parent.add("BlockQuote").add("P")
            text = self._setter.block(
                block.content, look, UPRIGHT.text_width - 2 * _QUOTE_INDENT, element
            )
            return Flow(_indented(text), look.before, look.after)
        text = self._setter.block(block.content, look, UPRIGHT.text_width, parent.add("P"))
        return Flow(text, look.before, look.after)

    def _table(self, block: Table) -> Iterator[Flow]:
        self._story.tables.append(block)
        count = len(self._story.tables)
        title = counted(self._document.wording.table, count, block.caption)
        yield from table_flows(block, title, self._setter, self._story.root, table_key(count - 1))

    def _figure(self, block: Figure) -> Iterator[Flow]:
        self._figures += 1
        title = counted(self._document.wording.figure, self._figures, block.caption)
        yield from figure_flows(block, title, self._setter, UPRIGHT.text_width, self._story.root)

    def _contents(self) -> Iterator[Flow]:
        word = self._document.wording.contents
        element = self._heading_element(1)
        text = self._setter.block(word, HEADING_1, UPRIGHT.text_width, element)
        piece = Anchored(text, (_CONTENTS_KEY,), 1, word)
        yield Flow(piece, HEADING_1.before, HEADING_1.after, keeps_next=True)
        width = UPRIGHT.text_width
        yield from contents_flows(self._story.titles, self._setter, width, self._story.root)


def _leads(block: Block, follower: Block | None) -> bool:
    """Whether `block` announces what follows: "The steps:" a list, a remark its table."""
    if not isinstance(block, Paragraph) or not isinstance(follower, ListBlock | Table):
        return False
    ending = block.content[-1] if block.content else None
    announced = isinstance(ending, Text) and ending.text.rstrip().endswith(":")
    return announced or block.voice is Voice.NOTE


def _indented(text: TextBlock) -> TextBlock:
    return replace(text, indent=_QUOTE_INDENT)
