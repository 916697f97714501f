"""Making and opening plan files."""

import errno
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.domain.plan.plan import Plan
from app.persistence.db.backups import Backups
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import (
    PlanFileDamaged,
    PlanFileExists,
    PlanFileMissing,
    PlanFileTooOld,
    PlanFolderMissing,
)
from app.persistence.db.failures import translated
from app.persistence.db.folders import reserve, sync_folder
from app.persistence.db.inspection import check, check_header, writable
from app.persistence.db.lock import PlanLock
from app.persistence.db.own_schema import CREATE_HISTORY, HISTORY
from app.persistence.db.page_copy import copy_file
from app.persistence.db.plan_file import PlanFile, write_new
from app.persistence.db.tables import APPLICATION_ID, READABLE, SCHEMA, Row
from app.services.clock import Clock

REVISIONS = {1: "0001", 2: "0002", 3: "0003", 4: "0004", 5: "0005"}
"""The Alembic revision of each schema number."""

_NO_LINKS = frozenset({errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.EOPNOTSUPP})
"""What file systems answer that cannot give a file a second name, as on memory sticks."""


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """Opens and makes plan files; `actor` is the person written into revisions."""

    backups: Path
    clock: Clock
    actor: str

    def create(self, path: Path, plan: Plan) -> None:
        """Write `plan` into the new file `path`: whole, or not at all.

        Raises:
            PlanFileExists: nothing is overwritten.
            PlanFileProblem: it cannot be written there.
        """
        self._make(path, partial(self._fill, plan=plan))

    def duplicate(self, source: Path, path: Path) -> None:
        """Write the sound plan file `source`, history and all, into the new file `path`.

        Raises:
            PlanFileExists: nothing is overwritten.
            PlanFileProblem: one cannot be read, or the other not written.
        """
        self._make(path, partial(copy_file, source))

    def open(self, path: Path, *, read_only: bool = False) -> PlanFile:
        """Open `path`, upgraded if it is older, locked unless `read_only`.

        Raises:
            PlanFileProblem: with why it cannot be opened.
        """
        real = Path(os.path.realpath(path))  # where the lock and SQLite's journal must lie
        backups = Backups(self.backups, real)
        with translated(path, backups.folder):
            if not real.is_file():
                raise PlanFileMissing(path, folder=str(path.parent))
        if read_only or not writable(real):
            check_header(real, backups.folder)
            if check(real, backups.folder, read_only=True) not in READABLE:
                raise PlanFileTooOld(real)
            return PlanFile(real, backups, self.clock, self.actor, None)
        lock = PlanLock(real, self.clock.now())
        try:
            self._prepare(real, backups)
            return PlanFile(real, backups, self.clock, self.actor, lock)
        except BaseException:
            lock.release()
            raise

    def _make(self, path: Path, fill: Callable[[Path], None]) -> None:
        """Have `fill` write a file under another name, and give it its own once it is whole."""
        temporary = path.with_name(f".~irplan-{secrets.token_hex(6)}.tmp")
        with translated(path, self.backups):
            if os.path.lexists(path):
                raise PlanFileExists(path)
            if not path.parent.is_dir():
                raise PlanFolderMissing(path, folder=str(path.parent))
            try:
                fill(temporary)
                _publish(temporary, path)
            finally:
                temporary.unlink(missing_ok=True)
            sync_folder(path.parent)

    def _fill(self, temporary: Path, plan: Plan) -> None:
        reserve(temporary)
        engine = plan_engine(temporary, trusted=True)
        try:
            with engine.begin() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
                Row.metadata.create_all(connection)
                connection.exec_driver_sql(CREATE_HISTORY)
                connection.exec_driver_sql(
                    f"INSERT INTO {HISTORY} VALUES ('{REVISIONS[SCHEMA]}')"  # noqa: S608
                )
            write_new(engine, plan, self.actor, self.clock.now())
        finally:
            engine.dispose()

    def _prepare(self, path: Path, backups: Backups) -> None:
        """See that `path`, which is locked, is sound and of the newest schema."""
        check_header(path, backups.folder)
        if check(path, backups.folder, read_only=False) == SCHEMA:
            return
        self._upgrade(path, backups)
        if check(path, backups.folder, read_only=False) != SCHEMA:
            what = "it says two things about its age"
            raise PlanFileDamaged(path, what=what, backups=str(backups.folder))

    def _upgrade(self, path: Path, backups: Backups) -> None:
        from app.persistence.db.migrations.run import HistoryUnknown, upgrade

        engine = plan_engine(path)
        try:
            with translated(path, backups.folder):
                backups.changed()
                backups.keep(engine, self.clock.now())
                upgrade(engine)
        except HistoryUnknown as error:
            what = "its history of upgrades is unknown"
            raise PlanFileDamaged(path, what=what, backups=str(backups.folder)) from error
        finally:
            engine.dispose()


def _publish(temporary: Path, path: Path) -> None:
    """Give the finished file its name, never taking it from another file."""
    try:
        _name(temporary, path)
    except FileExistsError as error:
        raise PlanFileExists(path) from error


def _name(temporary: Path, path: Path) -> None:
    if os.name != "posix":
        temporary.rename(path)
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        reserve(path)
        temporary.replace(path)
