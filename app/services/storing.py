"""Where a plan is kept, as a port."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, Protocol

from app.domain.lifecycle.chain import Head
from app.domain.plan.changes import ChangeSet
from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was committed: the revision's number and the time in UTC."""

    revision: int
    at: datetime


Files = Mapping[str, bytes]
"""Bytes by their SHA-256."""

NO_FILES: Final[Files] = MappingProxyType({})


class PlanStore(Protocol):
    """One open plan document.

    Every method raises `IrplanError` with a code when the document cannot be used.
    """

    @property
    def name(self) -> str:
        """The document's file name, for people."""

    @property
    def actor(self) -> str:
        """Who is written into revisions."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""

    def load(self) -> Plan:
        """The plan as last committed."""

    def save(
        self, changes: ChangeSet, label: str, request_id: str, files: Files = NO_FILES
    ) -> Receipt:
        """Commit `changes` in one transaction; a known `request_id` is not written twice.

        Acts are committed before the rest. `files` are those that records among `changes` speak of.
        """

    def kept(self, sha256: str) -> bytes | None:
        """The bytes of a kept file; None when there is none of that hash."""

    def authors(self, after: int, until: int | None = None) -> tuple[str, ...]:
        """Who changed what is approved in revisions after `after`, up to `until` if given."""

    def revision(self) -> int:
        """The number of the last revision."""

    def head(self) -> Head | None:
        """The end of the chain of revisions; None where the document has none yet."""

    def backup(self) -> None:
        """Keep a copy apart from the document, unless nothing changed since the last."""

    def close(self) -> None:
        """Let go of the document and its lock."""
