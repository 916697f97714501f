"""A ledger in memory, and a channel that can be told to fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import IrplanError
from app.services.reminding.ledger import Entry, Fact, Failure, Route, Run
from app.services.reminding.messages import Message

ANNA = Route("mail", "anna@example.org")


@dataclass
class MemoryLedger:
    facts: dict[Route, frozenset[Fact]] = field(default_factory=dict)
    failed: dict[Route, Failure] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    files: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    task: tuple[Path, ...] = ()

    @contextmanager
    def turn(self, route: Route) -> Iterator["MemoryTurn"]:
        yield MemoryTurn(self, route)

    def told(self, route: Route) -> frozenset[Fact]:
        return self.facts.get(route, frozenset())

    def failures(self) -> tuple[Failure, ...]:
        return tuple(self.failed.values())

    def clear_failure(self, route: Route) -> None:
        self.failed.pop(route, None)

    def note_run(self, run: Run) -> None:
        self.runs.append(run)

    def last_run(self) -> Run | None:
        return self.runs[-1] if self.runs else None

    def plans(self) -> tuple[Path, ...]:
        return self.task

    def keep_plans(self, plans: tuple[Path, ...]) -> None:
        self.task = plans

    def exported(self, plan: str) -> tuple[Entry, ...]:
        return self.files.get(plan, ())

    def export(self, plan: str, entries: tuple[Entry, ...]) -> None:
        self.files[plan] = entries


@dataclass
class MemoryTurn:
    ledger: MemoryLedger
    route: Route

    def told(self) -> frozenset[Fact]:
        return self.ledger.told(self.route)

    def failure(self) -> Failure | None:
        return self.ledger.failed.get(self.route)

    def tell(self, facts: tuple[Fact, ...], at: datetime) -> None:
        self.ledger.facts[self.route] = self.told() | set(facts)
        self.ledger.clear_failure(self.route)

    def fail(self, failure: Failure) -> None:
        self.ledger.failed[self.route] = failure


@dataclass
class FakeChannel:
    route: Route = ANNA
    error: IrplanError | None = None
    letters: list[Message] = field(default_factory=list)

    def send(self, letter: Message) -> None:
        if self.error is not None:
            raise self.error
        self.letters.append(letter)


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger()


@pytest.fixture
def channel() -> FakeChannel:
    return FakeChannel()
