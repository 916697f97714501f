"""Where a plan is kept, as a port."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.lifecycle.chain import Head
from app.domain.plan.changes import ChangeSet
from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was committed: the revision's number and the time in UTC."""

    revision: int
    at: datetime


class PlanStore(Protocol):
    """One open plan document.

    Every method raises `IrplanError` with a code when the document cannot be used.
    """

    @property
    def name(self) -> str:
        """The document's file name, for people."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""

    def load(self) -> Plan:
        """The plan as last committed."""

    def save(self, changes: ChangeSet, label: str, request_id: str) -> Receipt:
        """Commit `changes` in one transaction; a known `request_id` is not written twice."""

    def head(self) -> Head | None:
        """The end of the chain of revisions; None where the document has none yet."""

    def backup(self) -> None:
        """Keep a copy apart from the document, unless nothing changed since the last."""

    def close(self) -> None:
        """Let go of the document and its lock."""
