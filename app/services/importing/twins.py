"""Finding out whether a row is about somebody or something that is known already."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, TypeVar

from app.domain.plan.kinds import Kind
from app.services.importing.columns import name_key
from app.services.importing.drafts import AddressKey
from app.services.importing.heads import plain_head

H = TypeVar("H")

IDENTITY: Final = {
    Kind.TRAINING: ("audience", "topic"),
    Kind.EXERCISE: ("name", "on"),
    Kind.DISTRIBUTION: ("recipient", "form"),
}
"""The fields that make two records the same, where that is more than the name."""

_LEAST_WORD: Final = 3
"""Letters; initials do not make two names alike."""


class Likeness(Enum):
    """What two records have in common."""

    NAME = "name"
    ADDRESS_AND_NAME = "address-and-name"
    ADDRESS = "address"


class Known(Generic[H]):
    """Records that are known, each by a handle; a later one does not hide an earlier one."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, ...], H] = {}
        self._by_address: dict[AddressKey, list[tuple[H, str]]] = {}

    def add(
        self, handle: H, identity: tuple[str, ...], name: str, addresses: Iterable[AddressKey]
    ) -> None:
        """Know one more."""
        self._by_name.setdefault(identity, handle)
        for key in addresses:
            self._by_address.setdefault(key, []).append((handle, name))

    def like(
        self, identity: tuple[str, ...], name: str, addresses: Iterable[AddressKey]
    ) -> "Like[H] | None":
        """The one most like it, and why; None if none is like it."""
        found = self._by_name.get(identity)
        if found is not None:
            return Like(found, Likeness.NAME)
        shared = [
            (handle, key, _alike(name, other))
            for key in addresses
            for handle, other in self._by_address.get(key, ())
        ]
        for handle, key, alike in shared:
            if alike and key[0] == "text" and "@" in key[1]:
                return Like(handle, Likeness.ADDRESS_AND_NAME)
        return Like(shared[0][0], Likeness.ADDRESS) if shared else None


@dataclass(frozen=True, slots=True)
class Like(Generic[H]):
    """Which one is like another, and what they share."""

    handle: H
    likeness: Likeness

    @property
    def sure(self) -> bool:
        """Whether both are taken for the same; a shared number may be that of an office."""
        return self.likeness is not Likeness.ADDRESS


def identity_of(kind: Kind, value: Callable[[str], object]) -> tuple[str, ...]:
    """What makes a record the same as another; `value` gives what it states for a field."""
    return tuple(_same(value(key)) for key in IDENTITY.get(kind, (name_key(kind),)))


def _same(stated: object) -> str:
    text = "" if stated is None else str(stated)
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _alike(one: str, other: str) -> bool:
    return not set(_words(one)).isdisjoint(_words(other))


def _words(name: str) -> Iterator[str]:
    return (word for word in plain_head(name).split() if len(word) >= _LEAST_WORD)
