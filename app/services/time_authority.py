"""The address of a time-stamp server, as somebody enters it."""

from typing import Final
from urllib.parse import urlsplit

SCHEMES: Final = frozenset({"http", "https"})


def authority_problem(address: str) -> str:
    """What is wrong with `address`, in a sentence; blank for an address, and for none at all."""
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        host, named = parts.hostname, parts.username is not None or parts.password is not None
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError:
        return "That is no address: enter one such as https://tsa.example.org."
    if parts.scheme not in SCHEMES or not host:
        return "Enter an address that begins with http:// or https:// and names a server."
    if named:
        return "Leave name and password out of the address: they would be stored here."
    if not address.isprintable() or " " in address:
        return "Remove spaces and invisible characters from the address."
    return ""


def server_of(address: str) -> str:
    """The name of the server in an address that has no problem."""
    return urlsplit(address).hostname or address
