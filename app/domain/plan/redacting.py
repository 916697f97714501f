"""A plan without the addresses of its people: they are not in it at all, anywhere."""

from dataclasses import dataclass, is_dataclass, replace
from typing import Any, Final, TypeVar, get_args

from app.domain.plan.codec import field_specs
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Person
from app.domain.plan.personal import Personal
from app.domain.plan.plan import Plan
from app.domain.plan.practice import part_of
from app.domain.plan.records import Records

T = TypeVar("T")

IN_IDS: Final = "withheld"
"""Stands in an id, made of a text, where the text stated an address."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A plan after its redaction: how many addresses of how many people were withheld.

    `mentions` counts the places in other texts that stated one of them.
    """

    plan: Plan
    addresses: int = 0
    people: int = 0
    mentions: int = 0


def redacted(plan: Plan, word: str, *others: Plan) -> Redacted:
    """`plan` with `word` in place of every personal address; see `Personal` for which those are.

    Addresses that only `others` state are withheld as well, so that comparing with those betrays
    nothing.
    """
    return _Redaction(Personal(plan, *others), word).of(plan)


def redacted_part(part: T, word: str, plan: Plan, *others: Plan) -> T:
    """`part`, made of records, with `word` in place of every address that the plans keep personal.

    It is itself where it states none.
    """
    return _Redaction(Personal(plan, *others), word).of_part(part)


class _Redaction:
    """Makes one plan; counts what it takes out."""

    def __init__(self, personal: Personal, word: str) -> None:
        self._personal = personal
        self._word = word
        self._addresses = 0
        self._people = 0
        self._mentions = 0

    def of(self, plan: Plan) -> Redacted:
        made = plan
        for kind in Kind:
            table = plan.table(kind)
            records = [self._record(record) for record in table.values()]
            if any(new is not old for new, old in zip(records, table.values(), strict=True)):
                made = made.with_table(kind, Records(_distinct(records)))
        return Redacted(made, self._addresses, self._people, self._mentions)

    def of_part(self, part: T) -> T:
        return self._object(part)

    def _record(self, record: T) -> T:
        made: Any = record
        if isinstance(record, Person):
            made = self._unreachable(record)
        return self._object(made)  # type: ignore[no-any-return]  # a record of the same kind

    def _unreachable(self, person: Person) -> Person:
        """`person` with all channels, of which nothing but the address is withheld."""
        own = [self._personal.is_personal(channel.address) for channel in person.channels]
        if not any(own):
            return person
        self._people += 1
        self._addresses += sum(own)
        channels = tuple(
            replace(channel, address=self._word) if hidden else channel
            for channel, hidden in zip(person.channels, own, strict=True)
        )
        return replace(person, channels=channels)

    def _object(self, value: T) -> T:
        """`value`, itself where nothing in it changes."""
        made: Any = value
        changed: dict[str, object] = {}
        for spec in field_specs(type(value)):
            old = getattr(value, spec.name)
            new = self._value(old, is_id=_names_record(spec.type))
            if new is not old:
                changed[spec.name] = new
        return replace(made, **changed) if changed else value

    def _value(self, value: object, *, is_id: bool) -> object:
        if isinstance(value, tuple):
            parts = tuple(self._value(part, is_id=is_id) for part in value)
            return value if all(map(_same, parts, value)) else parts
        if is_dataclass(value):
            return self._object(value)
        if type(value) is str:
            return self._text(value, IN_IDS if is_id or part_of(value) else self._word)
        return value

    def _text(self, text: str, word: str) -> str:
        places = self._personal.places(text)
        if not places:
            return text
        self._mentions += len(places)
        made, done = "", 0
        for begin, end in places:
            made += text[done:begin] + word
            done = end
        return made + text[done:]


def _names_record(wanted: object) -> bool:
    """Whether a field of this type names records."""
    return wanted is RecordId or any(map(_names_record, get_args(wanted)))


def _same(one: object, other: object) -> bool:
    return one is other


def _distinct(records: list[Any]) -> list[Any]:
    """The records, those numbered whose ids became the same."""
    seen: dict[str, int] = {}
    made = []
    for record in records:
        seen[record.id] = seen.get(record.id, 0) + 1
        count = seen[record.id]
        made.append(record if count == 1 else replace(record, id=f"{record.id}-{count}"))
    return made
