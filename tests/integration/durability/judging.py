"""What the program finds where the power failed, held against what it had acknowledged."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from enum import Enum
from hashlib import sha256
from pathlib import Path

from app.bootstrap import Workshop
from app.domain.lifecycle.auditing import audited
from app.domain.plan.changes import put
from app.persistence.db.errors import PlanFileMissing, PlanFileProblem
from app.persistence.db.files import PlanFiles
from tests.integration.durability.working import PLAN, hash_of
from tests.integration.persistence.db.samples import query


class Fate(Enum):
    """What became of a plan: lost means that an acknowledged save is not in it."""

    KEPT = "kept"
    LOST = "lost"
    DAMAGED = "damaged"


class Judge:
    """Opens what a cut left with the program's own code and says what became of it."""

    def __init__(self, folder: Path, files: PlanFiles, contents: Mapping[int, str]) -> None:
        """`contents` has the hash of the plan at each revision that was ever acknowledged."""
        self._folder = folder
        self._files = files
        self._contents = contents
        self._known: dict[bytes, int | None] = {}

    @property
    def path(self) -> Path:
        """The plan of the last cut."""
        return self._folder / PLAN

    def lay_out(self, found: Mapping[str, bytes]) -> None:
        """Make the folder hold exactly the files in `found`."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for name, content in found.items():
            (self._folder / name).write_bytes(content)

    def fate(self, found: Mapping[str, bytes], acknowledged: int) -> Fate:
        """What became of the plan of which revisions up to `acknowledged` were acknowledged."""
        self.lay_out(found)
        try:
            if f"{PLAN}-wal" in found:  # refused by the program, which never makes one
                query(self.path, "PRAGMA journal_mode=DELETE")
            self._files.open(self.path).close()
            revision = self._revision()
        except PlanFileMissing:
            revision = 0
        except (PlanFileProblem, sqlite3.DatabaseError):
            return Fate.DAMAGED
        if revision is None or revision > acknowledged + 1:
            return Fate.DAMAGED
        return Fate.LOST if revision < acknowledged else Fate.KEPT

    def go_on(self, found: Mapping[str, bytes], desk: Workshop) -> None:
        """Open the plan as a person does, who finds what was saved last and can save again."""
        self.lay_out(found)
        opened = desk.open(self.path)
        newest = opened.store.head()
        assert newest is not None
        assert hash_of(opened.plan) == self._contents[newest.number]
        profile = replace(opened.plan.profile, legal_name="After the power came back")
        opened.session.apply((put(opened.plan, profile),), "Name")
        receipt = opened.save()
        assert receipt is not None
        assert receipt.revision == newest.number + 1
        opened.close()
        assert audited(desk.audit_trail(self.path)).whole

    def _revision(self) -> int | None:
        """Where the plan stands; None when it is not as that revision left it.

        The same bytes are judged once: there are as many good ones as there were saves.
        """
        key = sha256(self.path.read_bytes()).digest()
        if key not in self._known:
            self._known[key] = self._sound_revision()
        return self._known[key]

    def _sound_revision(self) -> int | None:
        with closing(self._files.open(self.path)) as store:
            history = store.history()
        verdict = audited(history)
        assert verdict.head is not None
        revision = verdict.head.number
        sound = (
            verdict.whole
            and self._contents.get(revision) == verdict.head.content
            and len(history.entries) == revision
            and query(self.path, "PRAGMA integrity_check") == [("ok",)]
        )
        return revision if sound else None
