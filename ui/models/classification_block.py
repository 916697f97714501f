"""A block of the matrix as text of a spreadsheet: rows of names with a tab between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.severity_order import landing
from ui.models.classification_edits import Place, level_called

Grid = Sequence[Sequence[Place]]
"""Places of the matrix, row by row."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What each place is to hold; `unknown` are words that name no severity of the plan."""

    chosen: dict[Place, RecordId | None]
    unknown: tuple[str, ...]


def block_text(plan: Plan, block: Grid) -> str:
    """The names of the severities of `block`, blank where the matrix says nothing."""
    return "\n".join("\t".join(_name(plan, place) for place in row) for row in block)


def pasted(plan: Plan, text: str, block: Grid, room: Grid) -> Pasted:
    """What `text` says for the places of the matrix.

    One word goes to every place of the chosen `block`. More of them go where `room`, the places
    from the first chosen one to the far corner, has some; what does not fit is left out.
    """
    rows = [line.split("\t") for line in text.rstrip("\r\n").splitlines()]
    if len(rows) == 1 and len(rows[0]) == 1:
        words = {place: rows[0][0] for row in block for place in row}
    else:
        words = {
            place: word
            for places, line in zip(room, rows, strict=False)
            for place, word in zip(places, line, strict=False)
        }
    return _read(plan, words)


def _read(plan: Plan, words: dict[Place, str]) -> Pasted:
    chosen: dict[Place, RecordId | None] = {}
    unknown: list[str] = []
    for place, word in words.items():
        level = level_called(plan, word)
        if level is not None or not word.strip():
            chosen[place] = None if level is None else level.id
        elif word.strip() not in unknown:
            unknown.append(word.strip())
    return Pasted(chosen, tuple(unknown))


def _name(plan: Plan, place: Place) -> str:
    level = landing(plan, *place)
    return "" if level is None else " ".join(level.name.split())
