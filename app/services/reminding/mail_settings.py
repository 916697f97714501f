"""How letters are sent: the server, who writes to whom, and how the way there is protected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Security(Enum):
    """How the connection to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
"""The usual port of each."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?|::1")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_LAST_PORT = 65535
_LONGEST_ADDRESS = 254


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Where letters go; there is none while `host` is blank.

    A blank `user` means that the server asks for no password. `digest_on` is the weekday of a
    weekly letter, counted from Monday as 0; None sends what is new when it is new.
    """

    host: str = ""
    port: int = PORTS[Security.STARTTLS]
    security: Security = Security.STARTTLS
    user: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    digest_on: int | None = None

    @property
    def account(self) -> str:
        """The name under which the password is kept."""
        return f"{self.user}@{self.host}"


def mail_problem(settings: MailSettings) -> str:
    """The first thing that is wrong with `settings`, and what to do; blank when nothing is."""
    return next(_problems(settings), "")


def _problems(settings: MailSettings) -> Iterator[str]:
    if not settings.host:
        yield "Enter the mail server that letters are handed to."
    if _HOST.fullmatch(settings.host) is None:
        yield "The mail server needs a name such as mail.example.org, without blanks."
    if not 1 <= settings.port <= _LAST_PORT:
        yield "The port is a number from 1 to 65535: 587 is usual with STARTTLS, 465 with TLS."
    if settings.security is Security.NONE and settings.host.lower() not in _HERE:
        yield "A connection without encryption is allowed to localhost only: choose STARTTLS."
    yield from _wrong_addresses(settings)


def _wrong_addresses(settings: MailSettings) -> Iterator[str]:
    if not is_address(settings.sender):
        yield "Enter the sender as one address such as plans@example.org."
    if not settings.to:
        yield "Enter at least one recipient."
    for one in settings.to:
        if not is_address(one):
            yield f"{printed(one)} is not an address such as anna@example.org."


def is_address(text: str) -> bool:
    """Whether `text` is a plain mail address; letters beyond ASCII are not supported."""
    return len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


def addresses(text: str) -> tuple[str, ...]:
    """The addresses in `text`, each once, parted by commas, semicolons or blanks."""
    return tuple(dict.fromkeys(part for part in re.split(r"[,;\s]+", text) if part))


def printed(text: str) -> str:
    """`text` in quotes, with whatever cannot be seen escaped, and not too long."""
    return ascii(text[:80])
