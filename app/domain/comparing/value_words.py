"""What a value of a record's field is called in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Final, get_args

from app.domain.comparing.calling import named
from app.domain.comparing.choice_words import CHOICE_WORDS
from app.domain.comparing.field_words import FIELD_WORDS
from app.domain.plan.codec import field_specs
from app.domain.plan.dates import date_text
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.links import CALLED, LINKS
from app.domain.plan.plan import RECORD_TYPES, Plan
from app.domain.plan.practice import part_of
from app.domain.plan.trees import TreeNode

LETTERS_MOST: Final = 60
"""Letters of a person's own text that a sentence quotes."""


UNSAID: Final = "nothing stated"
"""What a part is called that says nothing."""

KNOWN_BY: Final = {
    "channels": "address",
    "assignments": "role",
    "steps": "name",
    "branches": "answer",
    "meanings": "impact",
    "judged": "dimension",
    "injects": "event",
    "blanks": "label",
    "attendance": "name",
    "agenda": "title",
    "contacts": "name",
    "route": "approvers",
    "signed": "statement",
}
"""The field by which one knows the parts in a list again, by the field that holds the list."""


WITH_THEIR_KIND: Final = frozenset(
    {(Kind.EXERCISE, "exercised"), (Kind.ACTIVATION, "exercised"), (Kind.LESSON, "source")}
)
"""Fields that name records as `kind/id`, besides those that say what something is about."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: the plan, the record and its field; `part` is a field of a part."""

    plan: Plan
    kind: Kind
    id: RecordId
    field: str
    part: str = ""

    def inside(self, part: str) -> "Spot":
        """The field `part` of one part of a list that stands here."""
        return replace(self, part=part)


def is_silent(data: object) -> bool:
    """Whether data of `record_data` says nothing."""
    return data is None or data == [] or (isinstance(data, str) and not data.strip())


def is_free_text(data: object, spot: Spot) -> bool:
    """Whether it is a person's own words: neither a choice nor the name of a record."""
    return isinstance(data, str) and _choice(data, spot) is None and _link(spot, data) is None


def is_long(text: str) -> bool:
    """Whether a sentence cannot quote all of it."""
    return len(text) > LETTERS_MOST or "\n" in text


def shortened(text: str) -> str:
    """The text on one line, cut after `LETTERS_MOST` letters."""
    line = " ".join(text.split())
    return line if len(line) <= LETTERS_MOST else f"{line[:LETTERS_MOST].rstrip()}\u2026"


def worded(data: object, spot: Spot) -> str:
    """Data of `record_data` in words, with the names of records as the spot's plan has them."""
    match data:
        case bool():
            return "yes" if data else "no"
        case str():
            return _text(data, spot)
        case list():
            between = "; " if data and isinstance(data[0], Mapping) else ", "
            return between.join(worded(item, spot) for item in data)
        case Mapping():
            return _composed(data, spot)
        case _:
            return str(data)


def _composed(data: Mapping[str, Any], spot: Spot) -> str:
    match data:
        case {"amount": int(amount), "unit": str(unit)}:
            return str(Duration(amount, TimeUnit(unit)))
        case {"date": str(day)}:
            return date_text(date.fromisoformat(day))
        case {"time": str(moment)}:
            at = datetime.fromisoformat(moment).astimezone(UTC)
            return f"{date_text(at.date())}, {at:%H:%M} UTC"
        case _:
            return _part(data, spot)


def _part(data: Mapping[str, Any], spot: Spot) -> str:
    """What one knows it by, then the rest in brackets."""
    known_by = KNOWN_BY[spot.field]
    words = part_words(spot)
    rest = ", ".join(
        _titled(words[name], value, spot.inside(name))
        for name, value in data.items()
        if name != known_by and not is_silent(value)
    )
    known = worded(data.get(known_by, ""), spot.inside(known_by))
    return f"{known} ({rest})" if known and rest else known or rest or UNSAID


def _titled(word: str, value: object, spot: Spot) -> str:
    """A value with its field; a choice and a yes speak for themselves."""
    if value is True:
        return word
    if isinstance(value, str) and (choice := _choice(value, spot)) is not None:
        return choice
    return f"{word} {worded(value, spot)}"


def part_words(spot: Spot) -> Mapping[str, str]:
    """What the fields of the parts that stand at `spot` are called."""
    return FIELD_WORDS[_type(RECORD_TYPES[spot.kind], spot.field)]


def _text(text: str, spot: Spot) -> str:
    return _choice(text, spot) or _link(spot, text) or f"\u201c{shortened(text)}\u201d"


def _choice(text: str, spot: Spot) -> str | None:
    found = _type(RECORD_TYPES[spot.kind], spot.field)
    if spot.part:
        found = _type(found, spot.part)
    is_choice = isinstance(found, type) and issubclass(found, Enum)
    return CHOICE_WORDS[found(text)] if is_choice else None


def _type(record_type: type[Any], field: str) -> type[Any]:
    """The type of a field, or of the entries of a list."""
    (spec,) = (spec for spec in field_specs(record_type) if spec.name == field)
    options = [one for one in get_args(spec.type) if one not in (type(None), ...)]
    found: type[Any] = options[0] if options else spec.type
    return found


def _link(spot: Spot, key: str) -> str | None:
    """The name of the record that `key` names; None where it names none."""
    if (spot.part or spot.field) == "about" or (spot.kind, spot.field) in WITH_THEIR_KIND:
        part = part_of(key)
        return None if part is None else shortened(named(spot.plan, *part))
    kind = _linked(spot)
    return None if kind is None else shortened(named(spot.plan, kind, key))


def _linked(spot: Spot) -> Kind | None:
    if (spot.kind, spot.field) == (Kind.ANSWER, "section"):
        return Kind.SECTION
    if (spot.kind, spot.field) == (Kind.TREE_NODE, "target_id"):
        node = spot.plan.find(spot.kind, spot.id)
        return CALLED.get(node.target) if isinstance(node, TreeNode) else None
    path = f"{spot.field}.{spot.part}" if spot.part else spot.field
    return LINKS.get(spot.kind, {}).get(path)
