"""Whether two names are of one person, and the numbers versions bear."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

NUMBER: Final = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")
"""A version's number: major.minor."""


def key_of(name: str) -> str:
    """What remains of a name when case, accents' spelling and blanks are left out of account."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def same_person(one: str, other: str) -> bool:
    """Whether both names are spelled alike; nobody checks who is behind them."""
    return key_of(one) == key_of(other)


def among(name: str, people: Iterable[str]) -> bool:
    """Whether `name` is one of `people`."""
    return any(same_person(name, person) for person in people)


def next_number(taken: Iterable[str], *, material: bool) -> str:
    """The number after the highest of `taken`: the next major one for a material change.

    The first version is 1.0; what is not major.minor is left out of account.
    """
    known = [tuple(map(int, found.groups())) for one in taken if (found := NUMBER.fullmatch(one))]
    major, minor = max(known, default=(0, 0))
    if material or major == 0:
        return f"{major + 1}.0"
    return f"{major}.{minor + 1}"
