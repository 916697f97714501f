"""Numbers and addresses from cells: which way they are for, how they are kept, what is wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.domain.plan.people import Channel, ChannelKind
from app.services.importing.columns import looks_like_email, looks_like_phone
from app.services.importing.drafts import AddressKey, ImportOptions, StatedChannel
from app.services.importing.fields import ImportField, Reads
from app.services.importing.phones import PhoneReading, Phones
from app.services.importing.problems import Problem, ProblemKind
from app.services.importing.values import addresses_of, flag_of

NUMBERS: Final = frozenset({ChannelKind.MOBILE, ChannelKind.PHONE, ChannelKind.PAGER})
"""Ways that are telephone numbers, or may be."""

_APPS: Final = re.compile(r"signal|threema|whatsapp|teams|telegram|wire|matrix|element|slack")
_MARKABLE: Final = frozenset({ChannelKind.MOBILE, ChannelKind.MESSENGER, ChannelKind.PAGER})
"""Ways that a bare yes to out of band can be about."""


@dataclass(frozen=True, slots=True)
class AddressReader:
    """Reads them with what is known of telephone numbers."""

    phones: Phones
    options: ImportOptions

    def key(self, channel: Channel) -> AddressKey:
        """What makes `channel` the same as another, however it is written."""
        if channel.kind in NUMBERS or looks_like_phone(channel.address):
            return _number_key(channel.address, self._number(channel.address))
        return _text_key(channel.address)

    def channels(
        self, kind: ChannelKind, reads: Reads, cell: str, head: str
    ) -> tuple[list[StatedChannel], list[Problem]]:
        """The ways a cell of the column `head` states, and what is wrong with them."""
        made, problems = [], []
        for address in addresses_of(cell):
            stated, problem = self._channel(kind, reads, address)
            made.append(stated)
            if problem:
                found = ProblemKind.EMAIL if reads is Reads.EMAIL else ProblemKind.NUMBER
                problems.append(Problem(found, f"\u2018{address}\u2019 {problem}.", head))
        return made, problems

    def reached(self, cell: str, head: str) -> tuple[list[StatedChannel], list[Problem]]:
        """The ways out of band that a cell states; each is of the kind it looks like."""
        made: list[StatedChannel] = []
        problems: list[Problem] = []
        for address in addresses_of(cell):
            kind, reads = _looks(address)
            stated, wrong = self.channels(kind, reads, address, head)
            problems += wrong
            made += (_out_of_band(one) for one in stated)
        return made, problems

    def _channel(self, kind: ChannelKind, reads: Reads, address: str) -> tuple[StatedChannel, str]:
        """The way as it is kept, and a clause on what is wrong with it."""
        if reads is Reads.PHONE:
            return self._phone(kind, re.sub(r"(?i)^tel:", "", address))
        problem = ""
        if reads is Reads.EMAIL:
            address = re.sub(r"(?i)^mailto:", "", address).strip("<>")
            problem = "" if looks_like_email(address) else "is no e-mail address; it is kept as is"
        channel = Channel(kind, address)
        return StatedChannel(channel, self.key(channel)), problem

    def _phone(self, kind: ChannelKind, address: str) -> tuple[StatedChannel, str]:
        reading = self._number(address)
        sure = bool(reading.international)
        shown = reading.international if sure and self.options.international else address
        out_of_band = kind is ChannelKind.MOBILE and self.options.mobiles_out_of_band
        channel = Channel(kind, shown, out_of_band)
        problem = reading.problem
        if problem and not sure:
            problem += "; it is kept as it is written"
        return StatedChannel(channel, _number_key(address, reading)), problem

    def _number(self, address: str) -> PhoneReading:
        return self.phones.read(address, self.options.region)


def marked(field: ImportField, cell: str) -> bool | None:
    """Yes or no where a cell on out-of-band ways says no more than that; None where it does."""
    return flag_of(cell) if field.reads is Reads.REACHED else None


def mark(channels: Iterable[StatedChannel]) -> list[StatedChannel]:
    """The same, out of band those that a bare yes can be about."""
    return [_out_of_band(one) if one.channel.kind in _MARKABLE else one for one in channels]


def joined(channels: Iterable[StatedChannel]) -> tuple[StatedChannel, ...]:
    """Each way once, in order; out of band if it is so anywhere."""
    made: dict[AddressKey, StatedChannel] = {}
    for one in channels:
        first = made.get(one.key)
        if first is None:
            made[one.key] = one
        elif one.channel.out_of_band:
            made[one.key] = _out_of_band(first)
    return tuple(made.values())


def _out_of_band(one: StatedChannel) -> StatedChannel:
    return replace(one, channel=replace(one.channel, out_of_band=True))


def _looks(address: str) -> tuple[ChannelKind, Reads]:
    if looks_like_email(address):
        return ChannelKind.EMAIL, Reads.EMAIL
    if looks_like_phone(address):
        return ChannelKind.MOBILE, Reads.PHONE
    app = _APPS.search(address.casefold()) is not None
    return (ChannelKind.MESSENGER if app else ChannelKind.OTHER), Reads.ADDRESS


def _number_key(address: str, reading: PhoneReading) -> AddressKey:
    if reading.international:
        return "number", re.sub(r"[^\d+x]", "", reading.international)
    digits = "".join(char for char in address if char.isdecimal())
    return ("digits", digits) if digits else _text_key(address)


def _text_key(address: str) -> AddressKey:
    return "text", " ".join(address.casefold().split())
