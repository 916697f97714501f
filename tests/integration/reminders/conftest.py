"""Mail servers, passwords in memory, and programs that only pretend to run."""

import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from app.reminders.running import Ran
from app.services.reminding.mailing import KeyringMissing
from tests.integration.reminders.mailbox import (
    PASSWORD,
    Mailbox,
    certificate,
    client_side,
)


@dataclass
class MemoryPasswords:
    """A keyring; `missing` says that there is none."""

    kept: dict[str, str] = field(default_factory=lambda: {"anna@127.0.0.1": PASSWORD})
    missing: bool = False

    def get(self, account: str) -> str | None:
        self._check()
        return self.kept.get(account)

    def keep(self, account: str, password: str) -> None:
        self._check()
        self.kept[account] = password

    def forget(self, account: str) -> None:
        self._check()
        self.kept.pop(account, None)

    def _check(self) -> None:
        if self.missing:
            raise KeyringMissing("There is no keyring.")


@dataclass
class FakeRunner:
    """Answers by the words of a command, the longest match first; fine otherwise."""

    answers: dict[str, Ran] = field(default_factory=dict)
    calls: list[tuple[str, ...]] = field(default_factory=list)
    variables: list[Mapping[str, str]] = field(default_factory=list)

    def __call__(self, words: Sequence[str], variables: Mapping[str, str]) -> Ran:
        self.calls.append(tuple(words))
        self.variables.append(variables)
        said = " ".join(words)
        fitting = [key for key in self.answers if key in said]
        return self.answers[max(fitting, key=len)] if fitting else Ran(0)


Start = Callable[[Controller], Controller]


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture(scope="session")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trust(pem: Path) -> ssl.SSLContext:
    return client_side(pem)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a mail server, which is stopped after the test."""
    with ExitStack() as stack:

        def run(server: Controller) -> Controller:
            server.start()
            stack.callback(server.stop)
            return server

        yield run


@pytest.fixture
def passwords() -> MemoryPasswords:
    return MemoryPasswords()


@pytest.fixture
def runner() -> FakeRunner:
    return FakeRunner()
