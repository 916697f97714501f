"""Passwords in the operating system's keyring, and in nothing else."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from app.services.reminding.mailing import KeyringMissing

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "irplan mail"
"""What a keyring shows as the owner of our passwords."""

ACCEPTED: Final = (
    ("win32", "Windows", ("WinVaultKeyring",)),
    ("darwin", "macOS", ("Keyring",)),
    ("linux", "SecretService", ("Keyring",)),
    ("linux", "kwallet", ("DBusKeyring", "DBusKeyringKWallet4")),
    ("linux", "libsecret", ("Keyring",)),
)
"""The keyrings that keep passwords encrypted, by system, module and class.

They are asked for by name. The library's own search takes whatever a package offers, a plain
file included, without a word.
"""

_MISSING: Final = (
    "No keyring of the operating system can be used, and irplan keeps passwords nowhere else. "
    "Unlock or install one (GNOME Keyring, KWallet), or use a mail server that asks for no "
    "password."
)


class KeyringPasswords:
    """`Passwords` in the first keyring of `ACCEPTED` that works here."""

    def __init__(self, platform: str = sys.platform) -> None:
        self._platform = platform

    def get(self, account: str) -> str | None:
        """The password of `account`; None where none is kept."""
        with _guarded():
            return self._keyring().get_password(SERVICE, account)

    def keep(self, account: str, password: str) -> None:
        """Keep the password of `account`."""
        with _guarded():
            self._keyring().set_password(SERVICE, account, password)

    def forget(self, account: str) -> None:
        """Keep none for `account`."""
        from keyring.errors import PasswordDeleteError

        with _guarded(), suppress(PasswordDeleteError):  # there was none
            self._keyring().delete_password(SERVICE, account)

    def _keyring(self) -> "KeyringBackend":
        for platform, module, names in ACCEPTED:
            if not self._platform.startswith(platform):
                continue
            for name in names:
                found = _backend(module, name)
                if found is not None:
                    return found
        raise KeyringMissing(_MISSING)


@contextmanager
def _guarded() -> Iterator[None]:
    """Each keyring fails in ways of its own, which all mean the same here."""
    try:
        yield
    except KeyringMissing:
        raise
    except Exception as error:
        raise KeyringMissing(_MISSING) from error


def _backend(module: str, name: str) -> "KeyringBackend | None":
    """The keyring, if it works here."""
    try:
        kind: type[KeyringBackend] = getattr(
            importlib.import_module(f"keyring.backends.{module}"), name
        )
    except (ImportError, AttributeError):
        return None
    return kind() if kind.viable else None
