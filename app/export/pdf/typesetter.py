"""The one road from text to paper: inline content becomes runs, runs become text blocks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final, assert_never
from urllib.parse import quote

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.tree import (
    Anchor,
    CrossReference,
    Deleted,
    Inline,
    Inlines,
    Inserted,
    OpenPoint,
    PageOf,
)
from app.export.characters import clean, has_all, has_plain, missing, one_line, spans
from app.export.page_numbers import listed
from app.export.pdf.legibility import runs_backwards
from app.export.pdf.lines import (
    Line,
    LinkRun,
    PlacedRun,
    Run,
    single,
)
from app.export.pdf.set_text import SetText
from app.export.pdf.string_limit import MOST_BYTES
from app.export.pdf.text_block import Align, Bullet, Place, TextBlock
from app.export.pdf.trace import AnchorTarget, Element, WebTarget
from app.export.theme import LIST_INDENT, Colour, Typography
from app.export.typefaces import Face, face_of

UNKNOWN_PAGE: Final = "–"  # noqa: RUF001  # a dash is meant
"""Printed for the page of an anchor that is nowhere in the document."""
_UNSETTLED_PAGE: Final = 88
"""Stands for every page until pages are known; as wide as most numbers."""
_CLAIMED: Final = Text("888,")
"""As wide as a page may be in a list of them."""
_CLOSING: Final = Text(")")
_SCHEMES: Final = ("https://", "mailto:")
_URL_SAFE: Final = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(slots=True)
class _Known:
    """Content as it was set in one look; it is kept, so that none other is the same object."""

    content: Inlines
    look: Typography
    fixed: bool
    """Whether it looks the same on every page and leads nowhere."""
    text: SetText | None = None
    """Without links and pages; none until it is asked for."""


@dataclass(slots=True)
class Memory:
    """What was set before and does not depend on pages, so that it need not be set again."""

    known: dict[tuple[int, int], _Known] = field(default_factory=dict)
    """By the identity of content and look."""
    texts: dict[tuple[Inlines, Typography], SetText] = field(default_factory=dict)
    """Texts without links: many cells say the same."""
    missing: set[str] = field(default_factory=set)
    """The characters so far that no typeface has."""
    backwards: set[str] = field(default_factory=set)
    """The texts so far that are written from right to left."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """The anchors whose pages were asked for, one after the other, with what was printed."""


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets text; `pages` maps anchors to pages counted from 1, None before they are known.

    `anchors` are those that exist; references to others become plain text.
    """

    anchors: frozenset[str]
    pages: Mapping[str, int] | None = None
    memory: Memory = field(default_factory=Memory)

    def knowing(self, pages: Mapping[str, int]) -> "Typesetter":
        """Return one that prints these pages and remembers what this one has set."""
        return replace(self, pages=pages)

    def block(
        self,
        content: Inlines | str,
        look: Typography,
        width: float,
        element: Element | None,
        align: Align = Align.LEFT,
    ) -> TextBlock:
        """Set `content` in lines no wider than `width`."""
        lines = self.lines(content, look, width, linked=element is not None)
        places = self._places(content, look, lines)
        return TextBlock(lines, look.size, look.leading, width, element, align=align, places=places)

    def indented(
        self, content: Inlines, look: Typography, width: float, element: Element, bullet: Bullet
    ) -> TextBlock:
        """Set a list entry; its text begins one step right of its bullet."""
        indent = bullet.x + LIST_INDENT
        lines = self.lines(content, look, width - indent)
        return TextBlock(
            lines or (Line((), 0.0),),
            look.size,
            look.leading,
            width,
            element,
            indent=indent,
            bullet=bullet,
            places=self._places(content, look, lines),
        )

    def line(self, text: str, look: Typography) -> Line:
        """Set `text` on a single line."""
        return single(self.runs(text.replace("\n", " "), look, linked=False))

    def widest_word(self, content: Inlines | str, look: Typography) -> float:
        """Return the width below which a word of `content` would have to be cut.

        Pages count as three figures, so that no width changes once they are known.
        """
        if isinstance(content, str):
            return self._set(plain(content), look).widest
        return self._unlinked(self._known(content, look)).widest

    def page(self, anchor: str) -> str:
        """Return the number of the page `anchor` stands on, and note that it was asked for."""
        page = self.page_of(anchor)
        self.memory.asked.append((anchor, page))
        return page

    def page_of(self, anchor: str) -> str:
        """Return what would be printed as the page of `anchor`."""
        if anchor not in self.anchors:
            return UNKNOWN_PAGE
        return str(_UNSETTLED_PAGE if self.pages is None else self.pages.get(anchor, UNKNOWN_PAGE))

    def runs(
        self, content: Inlines | str, look: Typography, linked: bool = True
    ) -> tuple[Run, ...]:
        """Turn `content` into runs, links among them clickable if `linked`."""
        return self._text(content, look, linked).runs

    def lines(
        self, content: Inlines | str, look: Typography, room: float, linked: bool = True
    ) -> tuple[Line, ...]:
        """Break `content` into lines no wider than `room`."""
        return self._text(content, look, linked).lines(room)

    def _text(self, content: Inlines | str, look: Typography, linked: bool) -> SetText:
        if isinstance(content, str):
            return self._set(plain(content), look)
        known = self._known(content, look)
        if not known.fixed:
            return SetText(self._runs(content, look, linked))
        return self._unlinked(known)

    def _known(self, content: Inlines, look: Typography) -> _Known:
        key = (id(content), id(look))
        known = self.memory.known.get(key)
        if known is None:
            known = self.memory.known[key] = _Known(content, look, _is_fixed(content))
        return known

    def _unlinked(self, known: _Known) -> SetText:
        """Return what is known without links, each page as wide as it may become."""
        if known.text is None:
            claimed = (_CLAIMED if isinstance(item, PageOf) else item for item in known.content)
            known.text = self._set(known.content if known.fixed else tuple(claimed), known.look)
        return known.text

    def _set(self, content: Inlines, look: Typography) -> SetText:
        """Set `content`, which prints no page, with no link in it."""
        key = (content, look)
        known = self.memory.texts.get(key)
        if known is None:
            runs = self._runs(content, look, linked=False)
            known = self.memory.texts[key] = SetText(runs)
        return known

    def _places(
        self, content: Inlines | str, look: Typography, lines: Sequence[Line]
    ) -> tuple[Place, ...]:
        """Where the anchors of `content` stand; the text before one tells its line."""
        if isinstance(content, str) or not any(isinstance(item, Anchor) for item in content):
            return ()
        return tuple(self._placed(content, look, lines))

    def _placed(self, content: Inlines, look: Typography, lines: Sequence[Line]) -> Iterator[Place]:
        ends = list(accumulate(_ink(line.runs) for line in lines))
        behind = 0
        for inline in content:
            if isinstance(inline, Anchor):
                yield Place(inline.name, min(bisect_right(ends, behind), max(len(lines) - 1, 0)))
            else:
                behind += _ink(self._inline(inline, look, linked=False))

    def _runs(self, inlines: Inlines, look: Typography, linked: bool) -> tuple[Run, ...]:
        """Turn `inlines` into runs; neighbours that differ in nothing become one."""
        runs: list[Run] = []
        for inline in self._with_pages(inlines) if linked else inlines:
            for run in self._inline(inline, look, linked):
                if runs and run.continues(runs[-1]):
                    runs[-1] = run.saying(runs[-1].text + run.text, run.face)
                else:
                    runs.append(run)
        return tuple(runs)

    def _with_pages(self, inlines: Inlines) -> Iterator[Inline]:
        """Make one reference of each and the only page told of it, as in "4.2 (p. 17)".

        Whoever reads with the ears would otherwise meet two links that say the same.
        """
        at, inlines = 0, tuple(item for item in inlines if not isinstance(item, Anchor))
        while at < len(inlines):
            joined = self._with_page(*inlines[at : at + 4])
            yield inlines[at] if joined is None else joined[0]
            at += 1 if joined is None else joined[1]

    def _with_page(self, *inlines: Inline) -> tuple[CrossReference, int] | None:
        """The reference that begins `inlines` with its page, and how many of them it takes."""
        match inlines:
            case (CrossReference(anchor, text), Text(between), PageOf() as told, *after):
                pages = listed(told.anchors, self.page)
            case _:
                return None
        if len(pages) > 1 or not {anchor, pages[0][1]} <= self.anchors:
            return None
        said = f"{text}{between}{pages[0][0]}"
        if after and after[0] == _CLOSING:
            return CrossReference(pages[0][1], f"{said}{_CLOSING.text}"), 4
        return CrossReference(pages[0][1], said), 3

    def _inline(self, inline: Inline, look: Typography, linked: bool) -> Iterator[Run]:
        match inline:
            case Text():
                yield from self._spans(inline.text, _template(look, inline.marks))
            case LineBreak():
                yield Run("\n", _face(look), look.size, look.colour)
            case Link():
                yield from self._link(inline, look, linked)
            case Anchor():
                return
            case CrossReference():
                yield from self._reference(inline.anchor, inline.text, look, linked)
            case PageOf():
                yield from self._pages(inline, look, linked)
            case OpenPoint() | Inserted() | Deleted():
                yield from self._spans(inline.text, _set_apart(inline, look))
            case _:
                assert_never(inline)

    def _link(self, link: Link, look: Typography, linked: bool) -> Iterator[Run]:
        url = clickable(link.url) if linked else ""
        target = LinkRun(WebTarget(url), url, Element("Link"), underlined=True) if url else None
        for text in link.content:
            yield from self._spans(text.text, _template(look, text.marks, target))

    def _pages(self, inline: PageOf, look: Typography, linked: bool) -> Iterator[Run]:
        """The page of every anchor, one after the other; each page leads to its first anchor."""
        for at, (page, anchor) in enumerate(listed(inline.anchors, self.page)):
            if at:
                yield from self._spans(", ", _template(look, frozenset()))
            target = self._target(anchor, page, linked)
            yield _template(look, frozenset(), target).saying(page, _face(look))

    def _reference(self, anchor: str, text: str, look: Typography, linked: bool) -> Iterator[Run]:
        target = self._target(anchor, text, linked)
        yield from self._spans(text, _template(look, frozenset(), target))

    def _target(self, anchor: str, text: str, linked: bool) -> LinkRun | None:
        if not linked or anchor not in self.anchors:
            return None
        shown = one_line(text) or one_line(anchor)
        return LinkRun(AnchorTarget(anchor), shown, Element("Link"), underlined=False)

    def _spans(self, raw: str, template: Run) -> Iterator[Run]:
        if has_plain(raw, template.face):
            yield template.saying(raw, template.face)
            return
        text = clean(raw)
        if runs_backwards(text):
            self.memory.backwards.add(text)
        if has_all(text, template.face):
            yield template.saying(text, template.face)
            return
        self.memory.missing.update(missing(text))
        for index, line in enumerate(text.split("\n")):
            if index:
                yield template.saying("\n", template.face)
            for span in spans(line, template.face):
                yield template.saying(span.text, span.face)


def clickable(url: str) -> str:
    """Return `url` in ASCII if it may become a link: https and mailto only; else nothing."""
    address = clean(url).strip()
    if not address.lower().startswith(_SCHEMES) or "\n" in address or " " in address:
        return ""
    quoted = quote(address, safe=_URL_SAFE)
    return quoted if len(quoted) <= MOST_BYTES else ""  # a part of it would lead elsewhere


def _is_fixed(content: Inlines) -> bool:
    """Tell whether `content` looks the same on every page and leads nowhere."""
    return all(isinstance(inline, Text | LineBreak | OpenPoint | Anchor) for inline in content)


def _ink(runs: Iterable[Run | PlacedRun]) -> int:
    """Count the characters that no line break takes away."""
    return sum(len(word) for run in runs for word in run.text.split())


def _template(look: Typography, marks: frozenset[Mark], link: LinkRun | None = None) -> Run:
    """The look of text without characters yet; that of a link is one link's alone."""
    return _looking(look, marks) if link is None else _made(look, marks, link)


@lru_cache(maxsize=512)
def _looking(look: Typography, marks: frozenset[Mark]) -> Run:
    return _made(look, marks, None)


def _made(look: Typography, marks: frozenset[Mark], link: LinkRun | None) -> Run:
    plain_ink = look.colour == Colour.INK
    return Run(
        "",
        _face(look, marks),
        look.size,
        Colour.LINK if link is not None and plain_ink else look.colour,
        Colour.CODE_TINT if Mark.CODE in marks and plain_ink else "",
        Mark.STRIKE in marks,
        link,
    )


def _set_apart(inline: OpenPoint | Inserted | Deleted, look: Typography) -> Run:
    """The look of text that is no plain statement; none is told by its colour alone."""
    if isinstance(inline, OpenPoint):
        return Run("", Face.MEDIUM, look.size, Colour.OPEN_TEXT, Colour.OPEN_TINT)
    came = isinstance(inline, Inserted)
    return Run(
        "",
        _face(look),
        look.size,
        Colour.INSERTED if came else Colour.DELETED,
        strike=not came,
        underline=came,
        span=Element("Span", alternative=one_line(inline.spoken)),
    )


def _face(look: Typography, marks: frozenset[Mark] = frozenset()) -> Face:
    weight = look.weight
    if Mark.BOLD in marks:
        weight = 600 if look.weight < 600 else 700
    elif Mark.CODE in marks:
        weight = max(weight, 500)
    return face_of(weight, look.italic or Mark.ITALIC in marks)
