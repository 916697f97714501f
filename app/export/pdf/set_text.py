"""Text that was measured once and is broken for any room; most of a plan is text of one look."""

from collections.abc import Iterator
from itertools import islice

from app.export.pdf.lines import Line, PlacedRun, Run, filled, widest, words_of
from app.export.typefaces import widths_of

_SLACK = 1e-6


class SetText:
    """The lines of `runs`, by the room they were broken for."""

    __slots__ = ("_lines", "_plain", "_widest", "_widths", "_words", "runs")

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        self._lines: dict[float, tuple[Line, ...]] = {}
        self._plain = len(runs) == 1 and "\n" not in runs[0].text
        """Whether it has one look and no forced lines, so that its words are all there is."""
        self._words: list[str] = []
        self._widths: list[float] = []
        self._widest: float | None = None

    @property
    def widest(self) -> float:
        """The width of the widest stretch without a space, in points."""
        if self._widest is None:
            self._widest = self._measured()
        return self._widest

    def lines(self, room: float) -> tuple[Line, ...]:
        """Return the text in lines no wider than `room`, in points."""
        known = self._lines.get(room)
        if known is None:
            known = self._lines[room] = self._broken(room)
        return known

    def _measured(self) -> float:
        if not self._plain:
            return widest(self.runs)
        run = self.runs[0]
        widths, size = widths_of(run.face), run.size
        self._words = [word for word in run.text.split(" ") if word]
        self._widths = [widths[word] * size for word in self._words]
        return max(self._widths, default=0.0)

    def _broken(self, room: float) -> tuple[Line, ...]:
        if self._plain and self.widest <= room:
            return tuple(self._dealt(room))
        return filled(words_of(self.runs), room)

    def _dealt(self, room: float) -> Iterator[Line]:
        """Deal the words of one look out to lines that have room for each of them."""
        words, widths, run = self._words, self._widths, self.runs[0]
        if not words:
            return
        blank = widths_of(run.face)[" "] * run.size
        limit = room + _SLACK
        start, used = 0, widths[0]
        for at, width in enumerate(islice(widths, 1, None), 1):
            wider = used + (blank + width)
            if wider > limit:
                yield _line(" ".join(words[start:at]), used, run)
                start, wider = at, width
            used = wider
        yield _line(" ".join(words[start:]), used, run)


def _line(text: str, width: float, run: Run) -> Line:
    return Line((PlacedRun(text, 0.0, width, run),), width)
