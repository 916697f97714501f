"""Passwords of mail accounts, as a port; and what can go wrong with letters."""

from typing import ClassVar, Protocol

from app.domain.errors import IrplanError


class MailNotSetUp(IrplanError):
    """The settings do not say how letters are sent."""

    code: ClassVar[str] = "reminders.mail-not-set-up"


class MailFailed(IrplanError):
    """A letter was not taken; the sentence says by whom and why."""

    code: ClassVar[str] = "reminders.mail-failed"


class MailRefused(MailFailed):
    """The server said no for good: an address, or what the letter says."""

    code: ClassVar[str] = "reminders.mail-refused"


class MailUnreachable(MailFailed):
    """There is no such server, or it does not answer."""

    code: ClassVar[str] = "reminders.mail-unreachable"


class MailNotProtected(MailFailed):
    """The server offers no encryption, or cannot prove who it is."""

    code: ClassVar[str] = "reminders.mail-not-protected"


class MailPasswordWrong(MailFailed):
    """The server did not accept the password, or none is kept."""

    code: ClassVar[str] = "reminders.mail-password"


class KeyringMissing(IrplanError):
    """The operating system offers nothing safe to keep a password in."""

    code: ClassVar[str] = "reminders.no-keyring"


class Passwords(Protocol):
    """The operating system's keyring; a password is kept nowhere else.

    Each raises `KeyringMissing` where there is none.
    """

    def get(self, account: str) -> str | None:
        """The password of `account`; None where none is kept."""

    def keep(self, account: str, password: str) -> None:
        """Keep the password of `account`."""

    def forget(self, account: str) -> None:
        """Keep none for `account`."""
