"""The port to whoever knows the telephone numbers of the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.plan.profile import Profile


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """A number as read: `international` as `+44 20 7946 0958`, blank where it cannot be dialled.

    `problem` is a clause such as `is too short to be a telephone number`, blank where none is
    known. A number of the right length that no network has given out has both.
    """

    international: str
    problem: str = ""


class Phones(Protocol):
    """Reads telephone numbers."""

    def regions(self) -> tuple[str, ...]:
        """The countries it knows, as ISO 3166 codes."""

    def read(self, text: str, region: str) -> PhoneReading:
        """The number in `text`, dialled within `region`; blank where that is not known."""


def region_of(profile: Profile, known: Sequence[str]) -> str:
    """The country numbers without a prefix belong to: the first stated one; blank if none is."""
    for stated in profile.jurisdictions:
        country = stated.strip().upper().partition("-")[0]
        if country in known:
            return country
    return ""
