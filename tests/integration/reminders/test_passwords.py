"""Which keyrings are believed; the keyrings of this computer are never touched."""

import sys
import types
from typing import Any, ClassVar

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from typing_extensions import override

from app.reminders import passwords
from app.reminders.passwords import ACCEPTED, SERVICE, KeyringPasswords
from app.services.reminding.mailing import KeyringMissing


class FakeKeyring:
    """Like the library's own, with a memory of what it was asked."""

    viable: ClassVar[bool] = True
    kept: ClassVar[dict[tuple[str, str], str]] = {}
    error: ClassVar[Exception | None] = None

    def get_password(self, service: str, account: str) -> str | None:
        self._check()
        return self.kept.get((service, account))

    def set_password(self, service: str, account: str, password: str) -> None:
        self._check()
        self.kept[service, account] = password

    def delete_password(self, service: str, account: str) -> None:
        self._check()
        if (service, account) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, account]

    def _check(self) -> None:
        if self.error is not None:
            raise self.error


@pytest.fixture
def install(monkeypatch):
    """Puts a keyring in place of one of the library's modules; the others are not there."""
    for module in {module for _, module, _ in ACCEPTED}:
        monkeypatch.setitem(sys.modules, f"keyring.backends.{module}", None)

    def put(module: str, name: str, **attributes: Any) -> type[FakeKeyring]:
        kind = type(name, (FakeKeyring,), {"kept": {}, **attributes})
        fake = types.SimpleNamespace(**{name: kind})
        monkeypatch.setitem(sys.modules, f"keyring.backends.{module}", fake)
        return kind

    return put


@pytest.mark.parametrize(
    ("platform", "module", "name"),
    [
        ("win32", "Windows", "WinVaultKeyring"),
        ("darwin", "macOS", "Keyring"),
        ("linux", "SecretService", "Keyring"),
        ("linux", "kwallet", "DBusKeyring"),
        ("linux", "kwallet", "DBusKeyringKWallet4"),
        ("linux", "libsecret", "Keyring"),
    ],
)
def test_the_keyrings_of_operating_systems_are_used(install, platform, module, name):
    kind = install(module, name)
    ours = KeyringPasswords(platform)

    ours.keep("anna@mail", "s\u00e9cret")

    assert ours.get("anna@mail") == "s\u00e9cret"
    assert kind.kept == {(SERVICE, "anna@mail"): "s\u00e9cret"}
    ours.forget("anna@mail")
    ours.forget("anna@mail")
    assert ours.get("anna@mail") is None


@pytest.mark.parametrize(
    ("platform", "module"), [("win32", "SecretService"), ("linux", "macOS"), ("aix", "libsecret")]
)
def test_the_keyring_of_another_system_is_not(install, platform, module):
    install(module, "Keyring")

    with pytest.raises(KeyringMissing, match="nowhere else"):
        KeyringPasswords(platform).get("anna@mail")


def test_one_that_does_not_work_here_is_passed_over(install):
    install("SecretService", "Keyring", viable=False)
    working = install("libsecret", "Keyring")

    KeyringPasswords("linux").keep("anna@mail", "secret")

    assert working.kept


class PlainFile(KeyringBackend):
    """What packages offer who do not care: the library would take it."""

    priority = 99
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_a_keyring_that_writes_plain_files_is_never_asked(install, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.PlainFile")

    with pytest.raises(KeyringMissing):
        KeyringPasswords("linux").keep("anna@mail", "secret")

    assert PlainFile.kept == {}


@pytest.mark.parametrize("error", [KeyringLocked("locked"), RuntimeError("bus"), OSError("gone")])
def test_a_keyring_that_fails_in_its_own_way_is_told_in_ours(install, error):
    install("SecretService", "Keyring", error=error)
    ours = KeyringPasswords("linux")

    for use in (lambda: ours.get("a"), lambda: ours.keep("a", "b"), lambda: ours.forget("a")):
        with pytest.raises(KeyringMissing, match="Unlock or install one"):
            use()


def test_no_keyring_module_without_the_class_we_know(install, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring.backends.SecretService", types.SimpleNamespace())

    with pytest.raises(KeyringMissing):
        KeyringPasswords("linux").get("anna@mail")


def test_nothing_but_keyrings_of_operating_systems_is_on_the_list():
    assert {module for _, module, _ in passwords.ACCEPTED} == {
        "Windows",
        "macOS",
        "SecretService",
        "kwallet",
        "libsecret",
    }
