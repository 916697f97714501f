"""Names typed or copied elsewhere, as they hang together: an indented outline or two columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.errors import IrplanError
from app.domain.plan.texts import LONGEST_TEXT, cleaned

MOST_LINES: Final = 1_000
"""A tree takes no more lines at once.

By then it is far beyond what people can call one after the other, and its canvas would move
slower than the eye follows (7-19 ms a frame were measured for so many cards).
"""

_TAB: Final = 4
"""So many blanks are as wide as a tab."""
_BULLET: Final = re.compile(r"(?:[-*+\u2022\u25e6\u2013]|\d{1,3}[.)])\s+")
_HEADS: Final = frozenset({"caller", "calls", "called by", "by", "from", "who calls"})
"""First cells by which the row of headings of a table is known."""


class TreeTextRefused(IrplanError):
    """The text cannot be taken into a tree."""

    code = "tree.text-refused"


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the place, counted from 0, of the name it hangs under; None: under none."""

    name: str
    above: int | None


def names_in(text: str) -> tuple[Named, ...]:
    """The names in `text`, each after the one it hangs under.

    Lines indented by tabs or blanks are an outline. Where a line has two columns with a tab
    between them, each line says who calls and who is called.

    Raises:
        TreeTextRefused: too much text, none at all, or two names that call each other.
    """
    if len(text) > LONGEST_TEXT or text.count("\n") > 2 * MOST_LINES:
        raise _too_much(text.count("\n") + 1)
    lines = [line.rstrip() for line in cleaned(text).split("\n") if line.strip()]
    if not lines:
        raise TreeTextRefused("There is no name in it: copy one name a line and paste again.")
    if len(lines) > MOST_LINES:
        raise _too_much(len(lines))
    if any("\t" in line.lstrip() for line in lines):
        return _from_table([_cells(line) for line in lines])
    return tuple(_from_outline(lines))


def _too_much(lines: int) -> TreeTextRefused:
    return TreeTextRefused(
        f"There are {lines:,} lines in it, and a tree takes {MOST_LINES:,} at once: "
        "paste it in parts."
    )


def _from_outline(lines: Sequence[str]) -> Iterator[Named]:
    """A name hangs under the last one before it that is indented less."""
    open_: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        bare = line.lstrip()
        width = len(line[: len(line) - len(bare)].expandtabs(_TAB))
        while open_ and open_[-1][0] >= width:
            open_.pop()
        yield Named(_BULLET.sub("", bare, count=1) or bare, open_[-1][1] if open_ else None)
        open_.append((width, at))


def _cells(line: str) -> tuple[str, str]:
    first, _, rest = line.partition("\t")
    return first.strip(), rest.partition("\t")[0].strip()


def _from_table(rows: Sequence[tuple[str, str]]) -> tuple[Named, ...]:
    rows = rows[1:] if rows[0][0].casefold() in _HEADS else rows
    table = _Table()
    for caller, called in rows:
        table.take(caller, called)
    return table.in_order()


class _Table:
    """Who calls whom, row by row; somebody called twice stands under both, once with followers."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._above: list[int | None] = []
        self._first: dict[str, int] = {}

    def take(self, caller: str, called: str) -> None:
        above = self._place(caller) if caller else None
        if not called:
            return
        at = self._first.get(called.casefold())
        if at is None or self._above[at] is not None or above is None:
            self._first.setdefault(called.casefold(), len(self._names))
            self._names.append(called)
            self._above.append(above)
            return
        if at in self._way_up(above):
            raise TreeTextRefused(
                f"{caller} is to call {called}, but only hears of it from {called}: "
                "take one of the two lines out and paste again."
            )
        self._above[at] = above

    def in_order(self) -> tuple[Named, ...]:
        """Each name after the one it hangs under."""
        below: dict[int | None, list[int]] = {}
        for at, above in enumerate(self._above):
            below.setdefault(above, []).append(at)
        order: dict[int, int] = {}
        waiting = [*reversed(below.get(None, []))]
        while waiting:
            at = waiting.pop()
            order[at] = len(order)
            waiting.extend(reversed(below.get(at, [])))
        return tuple(Named(self._names[at], self._placed(order, at)) for at in order)

    def _placed(self, order: dict[int, int], at: int) -> int | None:
        above = self._above[at]
        return None if above is None else order[above]

    def _place(self, name: str) -> int:
        """Where `name` stands; a new name calls without being called."""
        at = self._first.setdefault(name.casefold(), len(self._names))
        if at == len(self._names):
            self._names.append(name)
            self._above.append(None)
        return at

    def _way_up(self, at: int | None) -> Iterator[int]:
        while at is not None:
            yield at
            at = self._above[at]
