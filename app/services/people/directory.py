"""The people and parties of a plan, searched by words and by what is wanting."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.plan import Kind, Plan
from app.services.people.load import Load, loads
from app.services.people.naming import named_somewhere
from app.services.people.standing import Contact, Standing, standing


class Trait(Enum):
    """Something by which contacts are picked out."""

    NO_OUT_OF_BAND = "no-out-of-band"
    NOT_VERIFIED = "not-verified"
    NO_ROLE = "no-role"
    EXTERNAL = "external"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Contacts with every word and every trait pass."""

    words: str = ""
    traits: frozenset[Trait] = frozenset()


class Directory:
    """The contacts of one kind, people or parties, in one plan as it stands on one day."""

    def __init__(
        self, plan: Plan, kind: Kind, today: date, before: "Directory | None" = None
    ) -> None:
        """`before` lends what it found out about contacts that did not change since."""
        self.plan = plan
        self.kind = kind
        self.today = today
        self.loads: dict[RecordId, Load] = loads(plan)
        self.known: dict[RecordId, _Known] = {} if before is None else before.known
        self._named = named_somewhere(plan, kind)
        self._counts: dict[Trait, int] | None = None

    def standing(self, contact: Contact) -> Standing:
        """How the contact stands on that day."""
        return standing(self.plan, contact, self.today)

    def traits(self, contact: Contact) -> frozenset[Trait]:
        """Everything that is to be said of the contact."""
        found = set(self._known(contact).traits)
        if self.standing(contact) is not Standing.FRESH:
            found.add(Trait.NOT_VERIFIED)
        if contact.id not in self._named:
            found.add(Trait.UNNAMED)
        if self.kind is Kind.PERSON and not self._holds(contact.id):
            found.add(Trait.NO_ROLE)
        return frozenset(found)

    def matching(self, wanted: Wanted) -> tuple[RecordId, ...]:
        """The contacts that pass, in the order of the plan."""
        words = _folded(wanted.words).split()
        return tuple(
            contact.id
            for contact in self.plan.table(self.kind).values()
            if self._passes(contact, words, wanted.traits)
        )

    def counts(self) -> dict[Trait, int]:
        """How many contacts have each trait, counted once."""
        if self._counts is None:
            contacts = self.plan.table(self.kind).values()
            found = Counter(trait for contact in contacts for trait in self.traits(contact))
            self._counts = {trait: found[trait] for trait in Trait}
        return self._counts

    def _passes(self, contact: Contact, words: Sequence[str], traits: frozenset[Trait]) -> bool:
        if traits and not traits <= self.traits(contact):
            return False
        if not words:
            return True
        text = self._known(contact).text + self._roles_text(contact.id)
        return all(word in text for word in words)

    def _known(self, contact: Contact) -> "_Known":
        known = self.known.get(contact.id)
        if known is None or known.contact is not contact:
            known = _Known(contact, frozenset(_own(contact)))
            self.known[contact.id] = known
        return known

    def _holds(self, key: RecordId) -> bool:
        load = self.loads.get(key)
        return load is not None and bool(load.holds)

    def _roles_text(self, key: RecordId) -> str:
        load = self.loads.get(key) if self.kind is Kind.PERSON else None
        if load is None:
            return ""
        names = (self.plan.roles[role].name for role in (*load.holds, *load.deputises))
        return _folded(f" {' '.join(names)}")


@dataclass(slots=True)
class _Known:
    """What is found out about one contact by itself; its text once somebody searches."""

    contact: Contact
    traits: frozenset[Trait]
    _text: str | None = None

    @property
    def text(self) -> str:
        """Every word of the contact, folded."""
        if self._text is None:
            self._text = _folded(" ".join(_said(self.contact)))
        return self._text


def _own(contact: Contact) -> Iterator[Trait]:
    if not any(channel.out_of_band for channel in contact.channels):
        yield Trait.NO_OUT_OF_BAND
    if isinstance(contact, Person) and contact.external:
        yield Trait.EXTERNAL


_BETWEEN: Final = re.compile(r"[\W_]+")
"""What stands between the letters and digits of an address."""


def _said(contact: Contact) -> Iterator[str]:
    """Every word of a contact, each address with and without what stands between its letters."""
    yield from (contact.name, contact.availability)
    if isinstance(contact, Person):
        yield from (contact.title, contact.unit, contact.time_zone)
    else:
        yield from (contact.purpose, contact.reference)
    for channel in contact.channels:
        yield from (channel.address, _BETWEEN.sub("", channel.address), channel.label)


def _folded(text: str) -> str:
    """`text` without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))
