"""Pieces dealt out to pages, so that titles stay with their text and no page stays empty."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from app.export.pdf.piece import Piece
from app.export.theme import (
    MARGIN_BOTTOM_MM,
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    MARGIN_TOP_MM,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    POINTS_PER_MM,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size and the part of it that text may fill, in points."""

    width: float
    height: float
    left: float = MARGIN_LEFT_MM * POINTS_PER_MM
    right: float = MARGIN_RIGHT_MM * POINTS_PER_MM
    top: float = MARGIN_TOP_MM * POINTS_PER_MM
    bottom: float = MARGIN_BOTTOM_MM * POINTS_PER_MM

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


UPRIGHT: Final = Sheet(PAGE_WIDTH_MM * POINTS_PER_MM, PAGE_HEIGHT_MM * POINTS_PER_MM)
TURNED: Final = Sheet(PAGE_HEIGHT_MM * POINTS_PER_MM, PAGE_WIDTH_MM * POINTS_PER_MM)
SHORT_LEAD: Final = 150.0
"""Height of text before a wide table that moves to the turned page rather than stay alone."""


class Flow(NamedTuple):
    """A piece in the stream of the document, with the gaps around it."""

    piece: Piece
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    new_page: bool = False
    wide: bool = False


class Placed(NamedTuple):
    """A piece, or a part of one, with the place of its upper left corner."""

    piece: Piece
    x: float
    top: float


@dataclass(slots=True)
class Page:
    """One page and what stands on it."""

    sheet: Sheet
    placed: list[Placed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages."""

    pages: tuple[Page, ...]


def paginate(flows: Sequence[Flow]) -> Layout:
    """Fill pages from top to bottom."""
    filler = _Filler()
    flows = _with_leads_turned(flows)
    needs = _needs(flows)
    for flow, need in zip(flows, needs, strict=True):
        filler.put(flow, need)
    return Layout(tuple(filler.pages))


def _needs(flows: Sequence[Flow]) -> list[float]:
    """Return the height each flow wants with what must stay with it."""
    needs: list[float] = []
    follower: Flow | None = None
    for flow in reversed(flows):
        need = flow.piece.least
        if flow.keeps_next and follower is not None and not _parted(flow, follower):
            need = flow.piece.height + max(flow.after, follower.before) + needs[-1]
        needs.append(need)
        follower = flow
    return needs[::-1]


def _parted(flow: Flow, follower: Flow) -> bool:
    return follower.new_page or follower.wide != flow.wide


def _with_leads_turned(flows: Sequence[Flow]) -> list[Flow]:
    """Move titles and a short lead onto the turned page of the wide table they belong to."""
    turned = list(flows)
    for index in range(len(flows) - 1, 0, -1):
        if not turned[index].wide or turned[index].new_page or turned[index - 1].wide:
            continue
        for at in _lead(turned, index):
            turned[at] = turned[at]._replace(wide=True)
    return turned


def _lead(flows: Sequence[Flow], index: int) -> range:
    """Return the flows before `index` that shall stand on its page."""
    kept = index
    while kept > 0 and flows[kept - 1].keeps_next and not flows[kept].new_page:
        kept -= 1
    first, height = index, 0.0
    while first > 0 and height <= SHORT_LEAD and not flows[first].new_page:
        first -= 1
        height += flows[first].piece.height
        if flows[first].wide:
            break
    whole = flows[first].new_page and height <= SHORT_LEAD
    return range(first if whole else kept, index)


class _Filler:
    """The pages so far and the height used on the last one."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._used = 0.0
        self._after = 0.0

    def put(self, flow: Flow, need: float) -> None:
        """Place `flow` where `need` points are free."""
        sheet = TURNED if flow.wide else UPRIGHT
        if not self.pages or self.pages[-1].sheet is not sheet or (flow.new_page and self._begun):
            self._turn(sheet)
        gap = max(self._after, flow.before) if self._begun else 0.0
        if self._begun and self._used + gap + min(need, sheet.text_height) > sheet.text_height:
            self._turn(sheet)
            gap = 0.0
        self._fill(flow.piece, gap, sheet)
        self._after = flow.after

    @property
    def _begun(self) -> bool:
        return bool(self.pages and self.pages[-1].placed)

    def _turn(self, sheet: Sheet) -> None:
        self.pages.append(Page(sheet))
        self._used = self._after = 0.0

    def _fill(self, piece: Piece, gap: float, sheet: Sheet) -> None:
        """Place `piece` from here on, over as many pages as it takes."""
        rest: Piece | None = piece
        while rest is not None:
            room = sheet.text_height - self._used - gap
            parts = None if rest.height <= room + 1e-6 else rest.split(room)
            if rest.height > room + 1e-6 and parts is None and self._begun:
                self._turn(sheet)
                gap = 0.0
                continue
            part, rest = parts if parts is not None else (rest, None)
            self._place(part, gap, sheet)
            if rest is not None:
                self._turn(sheet)
                gap = 0.0

    def _place(self, piece: Piece, gap: float, sheet: Sheet) -> None:
        top = sheet.height - sheet.top - self._used - gap
        self.pages[-1].placed.append(Placed(piece, sheet.left, top))
        self._used += gap + piece.height
