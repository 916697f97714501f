"""Making and opening plan files."""

import os
import secrets
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from app.domain.plan.plan import Plan
from app.persistence.db.backups import Backups
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import (
    DiskFull,
    PlanFileExists,
    PlanFileMissing,
    PlanFileProblem,
    PlanFileReadOnly,
)
from app.persistence.db.failures import translated
from app.persistence.db.inspection import check, schema_of, writable
from app.persistence.db.lock import PlanLock
from app.persistence.db.plan_file import PlanFile, write_new
from app.persistence.db.tables import APPLICATION_ID, SCHEMA, Row
from app.services.clock import Clock

REVISIONS = {1: "0001"}
"""The Alembic revision of each schema number."""


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
        if path.exists():
            raise PlanFileExists(path)
        if not path.parent.is_dir():
            raise PlanFileMissing(path, folder=str(path.parent))
        temporary = path.with_name(f".~irplan-{secrets.token_hex(6)}.tmp")
        try:
            self._fill(temporary, path, plan)
            _publish(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)

    def open(self, path: Path, *, read_only: bool = False) -> PlanFile:
        """Open `path`, upgraded if it is older, locked unless `read_only`.

        Raises:
            PlanFileProblem: with why it cannot be opened.
        """
        schema = schema_of(path)
        backups = Backups(self.backups, path)
        if read_only or not writable(path):
            check(path, backups.folder)
            return PlanFile(path, backups, self.clock, self.actor, None)
        lock = PlanLock(path, self.clock.now())
        try:
            check(path, backups.folder)
            if schema < SCHEMA:
                self._upgrade(path, backups)
        except PlanFileProblem:
            lock.release()
            raise
        return PlanFile(path, backups, self.clock, self.actor, lock)

    def _fill(self, temporary: Path, path: Path, plan: Plan) -> None:
        with translated(path, self.backups):
            _empty(temporary, path)
            engine = plan_engine(temporary)
            try:
                Row.metadata.create_all(engine)
                with engine.begin() as connection:
                    connection.exec_driver_sql(
                        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
                    )
                    connection.exec_driver_sql(
                        f"INSERT INTO alembic_version VALUES ('{REVISIONS[SCHEMA]}')"  # noqa: S608
                    )
                write_new(engine, plan, self.actor, self.clock.now())
            finally:
                engine.dispose()

    def _upgrade(self, path: Path, backups: Backups) -> None:
        from app.persistence.db.migrations.run import upgrade

        engine = plan_engine(path)
        try:
            with translated(path, backups.folder):
                backups.changed()
                backups.keep(engine, self.clock.now())
                upgrade(engine)
        finally:
            engine.dispose()


def _empty(temporary: Path, path: Path) -> None:
    """An SQLite file that is marked as ours and nothing else."""
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise PlanFileReadOnly(path) from error
    connection = sqlite3.connect(temporary)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA}")
    finally:
        connection.close()


def _publish(temporary: Path, path: Path) -> None:
    try:
        if os.name == "posix":
            os.link(temporary, path)
        else:
            temporary.rename(path)
    except FileExistsError as error:
        raise PlanFileExists(path) from error
    except OSError as error:
        raise DiskFull(path) if error.errno == 28 else PlanFileReadOnly(path) from error
