"""The document tree: what an exported plan says, without fonts, points or pages."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from app.domain.document.audience import Audience
from app.domain.document.drawing import Drawing
from app.domain.document.inline import LineBreak, Link, Text


class Tone(Enum):
    """What a cell or callout means; a theme gives it colours, the words carry it alone."""

    NEUTRAL = "neutral"
    SEVERITY_1 = "severity-1"
    SEVERITY_2 = "severity-2"
    SEVERITY_3 = "severity-3"
    SEVERITY_4 = "severity-4"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place called `name`: nothing is printed, but references and pages lead here."""

    name: str


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Text that leads to the heading, table, figure or place at `anchor`.

    `counted`: the text is the number of the heading there, so a word processor may renew it.
    """

    anchor: str
    text: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page on which `anchor` stands, known only when pages exist.

    With `more`, the numbers of all their pages, each page once and in ascending order.
    """

    anchor: str
    more: tuple[str, ...] = ()

    @property
    def anchors(self) -> tuple[str, ...]:
        """All anchors it tells the page of."""
        return (self.anchor, *self.more)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something the organisation has not stated yet, set apart from stated text."""

    text: str


@dataclass(frozen=True, slots=True)
class Inserted:
    """Text that came, underlined; `spoken` is what a screen reader says in its place."""

    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """Text that went, struck out; `spoken` is what a screen reader says in its place."""

    text: str
    spoken: str


Inline = Text | LineBreak | Link | Anchor | CrossReference | PageOf | OpenPoint | Inserted | Deleted
Inlines = tuple[Inline, ...]


class Voice(Enum):
    """The part a paragraph plays."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; `numbered` ones count 1, 1.1, 1.1.1 in document order, level 1 to 3.

    In an `annex` they count Annex A, A.1, A.1.1 instead.
    """

    level: int
    text: str
    anchor: str
    numbered: bool = True
    new_page: bool = False
    in_contents: bool = True
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    content: Inlines
    voice: Voice = Voice.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry: its text, then lists nested under it."""

    content: Inlines
    nested: tuple["ListBlock", ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Bulleted or, when `ordered`, numbered entries; numbering starts at 1."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column head and the column's share of the width, relative to its neighbours."""

    title: str
    weight: float = 1.0
    turned: bool = False
    """The head runs upwards, as in a table of many narrow columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs of a table cell; no paragraph makes an empty cell."""

    paragraphs: tuple[Inlines, ...] = ()
    tone: Tone = Tone.NEUTRAL
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under repeated column heads; the caption is counted, as in `Table 1`.

    `row_heads`: the first cell of each row heads that row.
    `wide`: does not fit a portrait page.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchor: str = ""
    row_heads: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs, one pair a row, without a caption or column heads."""

    rows: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing; counted as in `Figure 1`; `alternative` says what it shows."""

    caption: str
    alternative: str
    drawing: Drawing
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A framed remark with a title of its own; with one `beside` it, each has half of the width."""

    title: str
    content: tuple[Paragraph | ListBlock, ...]
    tone: Tone = Tone.INFO
    beside: "Callout | None" = None


@dataclass(frozen=True, slots=True)
class FormField:
    """A blank to fill in by hand; `lines` is the height of the blank in lines of text.

    With `columns` it is a table under these heads, of `lines` empty rows.
    """

    label: str
    hint: str = ""
    lines: int = 1
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Blanks under each other, printed as a grid."""

    title: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings of level 1 and 2 with their pages."""


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Room for one signature; `field` names the form field a signing tool fills.

    `meaning` is what the signature declares: sealed, authored, reviewed or approved.
    """

    field: str
    label: str
    meaning: str
    signer: str = ""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Facts
    | Figure
    | Callout
    | Form
    | PageBreak
    | Contents
    | SignatureBox
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the document."""

    name: str
    media_type: str
    data: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself; `language` is a BCP 47 tag, `created` is UTC."""

    title: str
    organisation: str
    document_id: str
    version: str
    status: str
    sharing_label: str
    language: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    created: datetime
    content_hash: str
    dated: date
    """The day that every page bears: of the issue, or of the export of a draft."""
    anchor: str = ""
    """The end of the history, short, at the foot of every page; blank when it is not known."""
    audience: Audience = Audience.PLAN


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page, or when `compact` a masthead with the text right below it."""

    organisation: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that renderers and signers add themselves, in the plan's language.

    `signer`, `signature` and `date` stand where somebody signs by hand. A signature declares that
    the document was `sealed`; `edition` names what was. `open_point` is what a comment on an open
    point says, with `{place}` for the heading above it; blank where there are no comments.
    `signs_pdf` stands in a Word file where somebody signs in the PDF only.
    """

    contents: str
    annex: str
    table: str
    figure: str
    page: str
    of: str
    version: str
    signer: str
    signature: str
    date: str
    sealed: str
    edition: str
    open_point: str = ""
    signs_pdf: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `watermark` is printed across every page unless empty."""

    metadata: Metadata
    cover: Cover
    body: tuple[Block, ...]
    watermark: str = ""
    attachments: tuple[Attachment, ...] = ()
    wording: Wording = field(kw_only=True)
