"""A block of the RACI table as text of a spreadsheet: letters with a tab between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci
from app.services.raci.editing import ORDER, Parts, Place, parts_of
from ui.models.raci_words import letters

Grid = Sequence[Sequence[Place]]
"""Places of the table, row by row."""

_WORDS: Final = {part.name.casefold(): part for part in Raci}
_BETWEEN: Final = re.compile(r"[\s/,;+&]+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What each place is to hold; `unknown` are words that name no part."""

    chosen: dict[Place, Parts]
    unknown: tuple[str, ...]


def block_text(plan: Plan, block: Grid) -> str:
    """The letters of `block`, which no spreadsheet takes for a formula."""
    return "\n".join(
        "\t".join(letters(parts_of(plan.raci[activity], role)) for activity, role in row)
        for row in block
    )


def pasted(text: str, block: Grid, room: Grid) -> Pasted:
    """What `text` says for the places of the table.

    One word goes to every place of the chosen `block`. More of them go where `room`, the places
    from the first chosen one to the far corner, has some; what does not fit is left out.
    """
    rows = [line.split("\t") for line in re.split("\r\n|\n|\r", text.rstrip("\r\n"))]
    if len(rows) == 1 and len(rows[0]) == 1:
        words = {place: rows[0][0] for row in block for place in row}
    else:
        words = {
            place: word
            for places, line in zip(room, rows, strict=False)
            for place, word in zip(places, line, strict=False)
        }
    chosen: dict[Place, Parts] = {}
    unknown: dict[str, None] = {}
    for place, word in words.items():
        parts = parts_in(word)
        if parts is None:
            unknown[" ".join(word.split())] = None
        else:
            chosen[place] = parts
    return Pasted(chosen, tuple(unknown))


def parts_in(word: str) -> Parts | None:
    """The parts people mean by `A/R`, `ar`, `Responsible`; None when they mean none we know."""
    found: set[Raci] = set()
    for piece in filter(None, _BETWEEN.split(word.strip().casefold())):
        if piece in _WORDS:
            found.add(_WORDS[piece])
            continue
        if not set(piece) <= set("raci"):
            return None
        found |= {Raci(letter.upper()) for letter in piece}
    return tuple(part for part in ORDER if part in found)
