"""The list of headings with their pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.export.characters import one_line
from app.export.pdf.headings import Title
from app.export.pdf.lines import Line, LinkRun, Run, broken, single
from app.export.pdf.pagination import Flow
from app.export.pdf.pen import Pen
from app.export.pdf.text_block import Bullet, TextBlock
from app.export.pdf.trace import AnchorTarget, Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import CONTENTS_1, CONTENTS_2, RUNNING, Typography

_AFTER: Final = 12.0
_DEEPEST: Final = 2
_NUMBER_ROOM: Final = {1: 20.0, 2: 28.0}
_INDENT: Final = {1: 0.0, 2: 20.0}
_PAGE_ROOM: Final = 40.0
"""Width kept free at the right for page numbers."""
_DOT_PITCH: Final = 3.6


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One entry: the title on the left, dots, its page on the right."""

    title: TextBlock
    page: Line
    page_element: Element
    dots: Run
    width: float

    @property
    def height(self) -> float:
        """The height of the title."""
        return self.title.height

    @property
    def least(self) -> float:
        """An entry is never torn."""
        return self.title.height

    def anchors(self) -> Iterator[str]:
        """Have no place of its own."""
        return iter(())

    def split(self, room: float) -> None:
        """Stay whole."""
        del room

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw title, dots and page number, the last two on the last line of the title."""
        self.title.draw(pen, x, top)
        bottom = top - self.title.height
        baseline = bottom + self.title.leading / 2 - self.title.size * 0.36
        right = x + self.width
        start = x + self.title.indent + self.title.lines[-1].width + 2 * _DOT_PITCH
        end = right - self.page.width - 2 * _DOT_PITCH
        place = right - _DOT_PITCH * int((right - start) / _DOT_PITCH)
        pen.dots(self.dots, place, end, baseline, _DOT_PITCH)
        pen.line_of_text(self.page, right - self.page.width, baseline, self.page_element)


def contents_flows(
    titles: Sequence[Title], setter: Typesetter, width: float, parent: Element
) -> Iterator[Flow]:
    """List the titles of the first two levels that ask to be listed."""
    listed = [t for t in titles if t.heading.in_contents and t.level <= _DEEPEST]
    contents = parent.add("TOC")
    dots = setter.line(".", replace(RUNNING, weight=400)).runs[0].run
    for title in listed:
        look = CONTENTS_1 if title.level == 1 else CONTENTS_2
        entry = contents.add("TOCI")
        piece = _entry(title, setter, width, entry, dots)
        last = title is listed[-1]
        after = _AFTER if last else 0.0
        yield Flow(piece, look.before, after, keeps_next=title.level == 1 and not last)


def _entry(
    title: Title, setter: Typesetter, width: float, entry: Element, dots: Run
) -> ContentsLine:
    look = CONTENTS_1 if title.level == 1 else CONTENTS_2
    indent = _INDENT[title.level]
    bullet = None
    if title.number:
        label = entry.add("Lbl")
        bullet = Bullet(setter.line(title.number, look), indent, label)
        indent += max(_NUMBER_ROOM[title.level], bullet.line.width + 6.0)
    reference = entry.add("Reference")
    link = LinkRun(
        AnchorTarget(title.key), one_line(title.shown), Element("Link"), underlined=False
    )
    text = [run._replace(link=link) for run in setter.runs(title.heading.text, look)]
    lines = broken(text, width - indent - _PAGE_ROOM) or (Line((), 0.0),)
    block = TextBlock(
        lines,
        look.size,
        look.leading,
        width,
        reference,
        indent,
        bullet=bullet,
        continued=True,  # by the page number, from which a space must part it
    )
    return ContentsLine(block, _page(title, setter, look, link), reference, dots, width)


def _page(title: Title, setter: Typesetter, look: Typography, link: LinkRun) -> Line:
    runs = setter.runs(setter.page(title.key), look)
    return single([run._replace(link=link) for run in runs])
