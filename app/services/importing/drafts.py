"""What one row of a table states of a record."""

from dataclasses import dataclass
from typing import Any

from app.domain.plan.people import Channel
from app.services.importing.problems import Problem

AddressKey = tuple[str, str]
"""What makes two numbers or addresses the same, however they are written."""


@dataclass(frozen=True, slots=True)
class StatedChannel:
    """A way to reach somebody, and what makes it the same as another."""

    channel: Channel
    key: AddressKey


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields a row states, each once, without those it leaves blank.

    `number` is that of the row. `name` is blank where the row has none.
    """

    number: int
    name: str
    values: tuple[tuple[str, Any], ...]
    channels: tuple[StatedChannel, ...] = ()
    problems: tuple[Problem, ...] = ()

    def value(self, key: str) -> Any:  # noqa: ANN401 - any field
        """What the row states for the field `key`; None if nothing."""
        return dict(self.values).get(key)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How cells are read.

    `region` is the ISO 3166 code of the country numbers without a prefix belong to, blank if it is
    not known; `international` writes valid numbers as `+44 20 7946 0958`; `mobiles_out_of_band`
    says that mobile telephones work when the organisation's own network does not.
    """

    region: str = ""
    international: bool = True
    mobiles_out_of_band: bool = False
