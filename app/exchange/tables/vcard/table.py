"""Cards as the rows of a table, whose columns are those that cards of the file fill."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from app.exchange.tables.decoding import Decoded
from app.exchange.tables.refusals import LONGEST_CELL, MOST_ROWS, NothingInTable, TooManyRows
from app.exchange.tables.vcard.cards import Card, cards
from app.exchange.tables.vcard.properties import Property
from app.services.importing.tables import Table, TableRow, Tell, quiet

TOLD_EVERY: Final = 200

_MOBILE: Final = frozenset({"cell", "mobile", "iphone"})
_FAX: Final = frozenset({"fax", "modem", "tlx"})
_CHATS: Final = {
    "X-SKYPE": "Skype",
    "X-SKYPE-USERNAME": "Skype",
    "X-JABBER": "Jabber",
    "X-AIM": "AIM",
    "X-ICQ": "ICQ",
    "X-SIGNAL": "Signal",
    "X-THREEMA": "Threema",
    "X-WHATSAPP": "WhatsApp",
    "X-TELEGRAM": "Telegram",
    "X-MATRIX": "Matrix",
    "X-MS-IMADDRESS": "",
    "X-EVOLUTION-SLOT": "",
}
"""Properties for messengers that no standard has, and what they are called in front of a name."""


def vcard_table(name: str, read: Decoded, tell: Tell = quiet) -> Table:
    """The table of the cards in `read`; `name` is that of the file.

    Raises:
        IrplanError: there are none, or too many.
    """
    found: list[Card] = []
    for card in cards(read.text):
        found.append(card)
        if len(found) > MOST_ROWS:
            raise TooManyRows(name)
        if len(found) % TOLD_EVERY == 0:
            tell(len(found) / MOST_ROWS, f"Card {len(found)}")
    filled = [(at, card) for at, card in enumerate(found, start=1) if card.properties]
    if not filled:
        raise NothingInTable(name)
    rows = [
        (at, tuple(get(card)[:LONGEST_CELL] for get in _COLUMNS.values())) for at, card in filled
    ]
    used = [at for at in range(len(_COLUMNS)) if any(cells[at] for _, cells in rows)]
    if not used:
        raise NothingInTable(name)
    heads = tuple(head for at, head in enumerate(_COLUMNS) if at in used)
    made = tuple(TableRow(number, tuple(cells[at] for at in used)) for number, cells in rows)
    head_row = TableRow(0, heads)
    remarks = (*read.remarks, *_remarks(found))
    return Table(name, heads, made, remarks, head_row, "card")


def _remarks(found: list[Card]) -> Iterable[str]:
    junk = sum(card.junk for card in found)
    if junk:
        yield f"Lines left out, since they made no sense or were too long: {junk}."
    torn = [at for at, card in enumerate(found, start=1) if not card.whole]
    if torn:
        yield f"Card {torn[0]} is not ended; see whether the file is whole."
    empty = sum(not card.properties for card in found)
    if empty:
        yield f"Cards left out, since they hold nothing: {empty}."


def _name(card: Card) -> str:
    """The name as it is to be shown, else its parts, else what the card is about."""
    shown = card.first("FN")
    if shown is not None and shown.text.strip():
        return shown.text.strip()
    parts = (*_parts(card, "N"), "", "", "", "")
    given = " ".join(filter(None, (parts[1], parts[2], parts[0])))
    return given or _organisation(card) or _text(card, "NICKNAME")


def _organisation(card: Card) -> str:
    return next(iter(_parts(card, "ORG")), "")


def _department(card: Card) -> str:
    return ", ".join(filter(None, _parts(card, "ORG")[1:]))


def _parts(card: Card, name: str) -> tuple[str, ...]:
    found = card.first(name)
    return () if found is None else found.parts


def _text(card: Card, name: str) -> str:
    found = card.first(name)
    return "" if found is None else found.text.strip()


def _numbers(card: Card, fits: Callable[[frozenset[str]], bool]) -> str:
    return _lines(one.address for one in card.all("TEL") if fits(one.types))


def _mobile(card: Card) -> str:
    return _numbers(card, lambda types: bool(types & _MOBILE) and not types & _FAX)


def _pager(card: Card) -> str:
    return _numbers(card, lambda types: "pager" in types)


def _phone(card: Card) -> str:
    return _numbers(card, lambda types: not types & (_MOBILE | _FAX | {"pager"}))


def _fax(card: Card) -> str:
    return _numbers(card, lambda types: bool(types & _FAX))


def _mail(card: Card) -> str:
    return _lines(one.address for one in card.all("EMAIL"))


def _chat(card: Card) -> str:
    told = [_named(one) for one in card.all("IMPP")]
    for name, service in _CHATS.items():
        told += [f"{service}: {one.text}".lstrip(": ") for one in card.all(name)]
    return _lines(told)


def _named(one: Property) -> str:
    """The address in a messenger behind what it is called, where the card says that."""
    scheme, found, rest = one.text.partition(":")
    service = scheme if found and re.fullmatch(r"[A-Za-z][\w+-]*", scheme) else ""
    if service.lower() in {"im", "xmpp", "sip", ""}:
        return one.address
    return f"{service.capitalize()}: {rest.strip('/')}"


def _zone(card: Card) -> str:
    """The name of the zone; an offset such as -05:00 says nothing of summer."""
    found = card.first("TZ")
    return "" if found is None else found.text.strip().rpartition(";")[2]


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, (" ".join(text.split()) for text in texts))))


_COLUMNS: Final[dict[str, Callable[[Card], str]]] = {
    "Name": _name,
    "Job title": lambda card: _text(card, "TITLE") or _text(card, "ROLE"),
    "Organisation": _organisation,
    "Department": _department,
    "Mobile": _mobile,
    "Phone": _phone,
    "E-mail": _mail,
    "Messenger": _chat,
    "Pager": _pager,
    "Fax": _fax,
    "Time zone": _zone,
}
"""The columns cards can fill, and what fills them."""
