"""The cards in a vCard file: each a run of properties between its begin and its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from app.exchange.tables.vcard.lines import ContentLine, content_lines
from app.exchange.tables.vcard.properties import Property, property_of

MOST_PROPERTIES: Final = 500
"""Of one card; what follows is left out."""

PICTURES: Final = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
"""Properties nobody needs here, and the only ones that are long."""


@dataclass(slots=True)
class Card:
    """A card, the line it begins on, and how many of its lines made no sense."""

    line: int
    properties: list[Property] = field(default_factory=list)
    junk: int = 0
    whole: bool = False

    def all(self, name: str) -> list[Property]:
        """The properties called `name`, those that are preferred first."""
        found = [one for one in self.properties if one.name == name]
        return sorted(found, key=lambda one: one.rank)

    def first(self, name: str) -> Property | None:
        """The one called `name` that is preferred; None if there is none."""
        return next(iter(self.all(name)), None)


@dataclass(slots=True)
class _Reading:
    """How far a file is read; a card within a card belongs to nobody."""

    card: Card | None = None
    depth: int = 0
    outside: int = 0


def cards(text: str) -> Iterator[Card]:
    """The cards in `text`; one that is not ended ends where the next begins, or the file."""
    reading = _Reading()
    for line in content_lines(text):
        ended = _take(reading, line)
        if ended is not None:
            yield ended
    if reading.card is not None:
        yield reading.card


def _take(reading: _Reading, line: ContentLine) -> Card | None:
    """The card that `line` ends, if it ends one."""
    stated = line.text.strip().upper().replace(" ", "")
    if stated == "BEGIN:VCARD":
        return _begin(reading, line.number)
    if stated == "END:VCARD":
        return _end(reading)
    if reading.card is None or reading.depth > 1:
        return None
    found = property_of(line.text)
    if found is None or (line.cut and found.name not in PICTURES):
        reading.card.junk += 1
    elif _is_wanted(found) and len(reading.card.properties) < MOST_PROPERTIES:
        reading.card.properties.append(found)
    return None


def _is_wanted(found: Property) -> bool:
    return found.name not in PICTURES and not found.binary


def _begin(reading: _Reading, number: int) -> Card | None:
    """Within an AGENT a card is nested; anywhere else the one before was not ended."""
    open_card = reading.card
    if open_card is not None and _is_agent(open_card):
        reading.depth += 1
        return None
    reading.card, reading.depth = Card(number), 1
    return open_card


def _end(reading: _Reading) -> Card | None:
    if reading.depth > 1:
        reading.depth -= 1
        return None
    ended, reading.card, reading.depth = reading.card, None, 0
    if ended is not None:
        ended.whole = True
    return ended


def _is_agent(card: Card) -> bool:
    last = card.properties[-1] if card.properties else None
    return last is not None and last.name == "AGENT" and not last.value.strip()
