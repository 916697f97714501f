"""A canvas on which every stroke is either content of the structure tree or an artifact.

Importing this module loads ReportLab.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import ceil
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from app.domain.document.drawing import Drawing
from app.export import operators
from app.export.characters import one_line
from app.export.figures.vector import painted
from app.export.pdf.lines import Line, LinkRun, PlacedRun, Run
from app.export.pdf.streams import PageStreams
from app.export.pdf.trace import (
    Bookmark,
    Element,
    FieldArea,
    LinkArea,
    Mark,
    PlacedAnchor,
    Rectangle,
    Trace,
)
from app.export.subsets import Subsets
from app.export.theme import HAIRLINE, Colour
from app.export.typefaces import Face, font, width

ARTIFACT: Final = "/Artifact BMC"
_SLANT: Final = 52
"""Degrees by which words across a page rise."""
_RISE_OF_STRIKE: Final = 0.27
"""Height of a strike-through above the baseline, as a share of the text size."""
_DROP_OF_UNDERLINE: Final = 0.13
_LEAST_LINK: Final = 1.0
"""Width of a link on a mark that has none of its own."""


class Pen:
    """Draws in points from the lower left corner and records what it drew in `trace`."""

    def __init__(self, root: Element) -> None:
        font(Face.REGULAR)
        self.trace = Trace(root)
        self._canvas = Canvas(
            BytesIO(),
            invariant=1,
            pageCompression=0,
            pdfVersion=(1, 7),
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float
        )
        self._subsets = Subsets(self._canvas)
        self._streams = PageStreams(self._canvas)
        self._written: list[str] = []
        """Operators of the page being drawn that the canvas does not have yet."""
        self._open: Element | str | None = None

    @property
    def page(self) -> int:
        """The page being drawn, counted from 0."""
        return len(self.trace.marks) - 1

    def begin_page(self, width: float, height: float) -> None:
        """Start a page of this size."""
        self._canvas.setPageSize((width, height))
        self.trace.marks.append([])

    def end_page(self) -> None:
        """Finish the page."""
        self._switch(None)
        self._hand_over()
        self._canvas.showPage()
        self._streams.begin()

    def data(self) -> bytes:
        """Return the file, still without structure, links and metadata."""
        self._streams.finish()
        data: bytes = self._canvas.getpdfdata()  # type: ignore[no-untyped-call]
        return data

    def line_of_text(
        self, line: Line, x: float, baseline: float, element: Element | None, last: bool = True
    ) -> None:
        """Draw `line`; all but the `last` of a paragraph end in a space that keeps words apart."""
        if len(line.runs) == 1 and line.runs[0].run.is_bare:
            self._bare(line.runs[0], x, baseline, element, last)
            return
        for run in line.runs:
            if run.run.tint:
                self._backing(run, x, baseline)
        final = len(line.runs) - 1
        for index, run in enumerate(line.runs):
            text = run.text if last or index < final else f"{run.text} "
            self._run(run, text, x + run.x, baseline, element)

    def label(self, line: Line, x: float, baseline: float) -> None:
        """Draw text that is no content: running heads, page numbers, leaders."""
        self.line_of_text(line, x, baseline, None)

    def dots(self, look: Run, start: float, end: float, baseline: float, pitch: float) -> None:
        """Draw a row of dots, `pitch` points apart, up to `end`; it is no content."""
        count = max(0, ceil((end - start) / pitch))
        if count:
            self._switch(ARTIFACT)
            spacing = pitch - width(".", look.face, look.size)
            self._code(operators.spread(self._shown("." * count, look, start, baseline), spacing))

    def rule(
        self, x1: float, x2: float, y: float, colour: str = Colour.RULE, weight: float = HAIRLINE
    ) -> None:
        """Draw a horizontal line."""
        self._switch(ARTIFACT)
        self._code(operators.line(x1, y, x2, y, colour, weight))

    def panel(self, area: Rectangle, fill: str = "", stroke: str = "", radius: float = 0.0) -> None:
        """Draw a rectangle; a blank colour leaves its ground or edge out."""
        self._switch(ARTIFACT)
        if fill:
            self._code(operators.fill(fill))
        if stroke:
            self._code(f"{operators.stroke(stroke)} {operators.number(HAIRLINE * 1.5)} w")
        path = operators.rounded(*area, radius) if radius else operators.rectangle(*area)
        self._code(f"{path} {operators.PAINTED[bool(fill), bool(stroke)]}")

    def figure(self, drawing: Drawing, x: float, top: float, element: Element) -> None:
        """Draw a figure as one piece of content."""
        element.bounds = (x, top - drawing.height, x + drawing.width, top)
        self._switch(element)
        self._code(painted(drawing, self._subsets, x, top))

    def slanted(self, line: Line, width: float, height: float) -> None:
        """Draw `line` along the rising diagonal of a page of this size, as an artifact."""
        self._switch(ARTIFACT)
        self._code(f"q {operators.turned(_SLANT, width / 2, height / 2)}")
        self.label(line, -line.width / 2, -line.runs[0].size * 0.35)
        self._code("Q")

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Draw with the page turned around `x`, `y` by a quarter, so that lines run upwards."""
        self._switch(None)
        self._code(f"q {operators.turned(90, x, y)}")
        yield
        self._switch(None)
        self._code("Q")

    def anchor(self, name: str, top: float) -> PlacedAnchor:
        """Note that `name`, unless blank, stands here; the first of equal names counts."""
        place = PlacedAnchor(self.page, top)
        if name:
            self.trace.anchors.setdefault(name, place)
        return place

    def bookmark(self, level: int, title: str, place: PlacedAnchor) -> None:
        """Add an entry to the navigation pane."""
        self.trace.bookmarks.append(Bookmark(level, one_line(title), place))

    def signature_field(
        self, area: Rectangle, name: str, description: str, element: Element
    ) -> None:
        """Leave room for a signature."""
        words = one_line(description)
        self.trace.fields.append(FieldArea(self.page, area, one_line(name), words, element))

    def _bare(
        self, run: PlacedRun, x: float, baseline: float, element: Element | None, last: bool
    ) -> None:
        """Draw all of a line that has one look and nothing beside its letters, as most have."""
        self._switch(element or ARTIFACT)
        text = run.text if last else f"{run.text} "
        self._written.append(self._shown(text, run.run, x + run.x, baseline))

    def _run(
        self, run: PlacedRun, text: str, left: float, baseline: float, element: Element | None
    ) -> None:
        look = run.run
        if element is None or (look.link is None and look.span is None):
            self._switch(element or ARTIFACT)
        else:
            self._switch(_owner(look, element))
        self._code(self._shown(text, look, left, baseline))
        if look.strike or look.underline:
            self._strokes(run, left, baseline)
        if look.link is not None and element is not None:
            self._link(run, look.link, left, baseline)

    def _shown(self, text: str, look: Run, x: float, baseline: float) -> str:
        stretches = self._subsets.codes(text, look.face)
        return operators.shown(stretches, look.size, look.colour, (x, baseline))

    def _strokes(self, run: PlacedRun, left: float, baseline: float) -> None:
        """Draw what goes through or under the text."""
        rises = ((run.run.strike, _RISE_OF_STRIKE), (run.run.underline, -_DROP_OF_UNDERLINE))
        for wanted, rise in rises:
            if wanted:
                y = baseline + run.size * rise
                self.rule(left, left + run.width, y, run.run.colour, run.size * 0.06)

    def _link(self, run: PlacedRun, link: LinkRun, left: float, baseline: float) -> None:
        right = left + max(run.width, _LEAST_LINK)
        if link.underlined:
            underline = baseline - run.size * _DROP_OF_UNDERLINE
            self.rule(left, right, underline, run.run.colour)
        area = (left, baseline - run.size * 0.28, right, baseline + run.size * 0.95)
        self.trace.links.append(
            LinkArea(self.page, area, link.target, link.description, link.element)
        )

    def _backing(self, run: PlacedRun, x: float, baseline: float) -> None:
        left, right = x + run.x - 1.0, x + run.x + run.width + 1.0
        bottom, top = baseline - run.size * 0.28, baseline + run.size * 0.92
        self.panel((left, bottom, right, top), run.run.tint, radius=1.5)

    def _switch(self, target: Element | str | None) -> None:
        """Close the open mark, if another one is wanted, and open that."""
        if target is self._open:
            return
        if self._open is not None:
            self._code("EMC")
        if isinstance(target, Element):
            marks = self.trace.marks[self.page]
            target.kids.append(Mark(self.page, len(marks)))
            self._code(f"/{target.tag} <</MCID {len(marks)}>> BDC")
            marks.append(target)
        elif target is not None:
            self._code(target)
        self._open = target

    def _code(self, operator: str) -> None:
        self._written.append(operator)

    def _hand_over(self) -> None:
        self._canvas.addLiteral("\n".join(self._written))
        self._written.clear()


def _owner(look: Run, element: Element) -> Element:
    """Return the element a run belongs to, hung below `element` on its first run."""
    own = look.span if look.link is None else look.link.element
    if own is None:
        return element
    if not own.kids:
        element.kids.append(own)
    return own
