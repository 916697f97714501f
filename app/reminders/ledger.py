"""The record of what was told, in a small SQLite file of the user's."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.services.reminding.ledger import Entry, Fact, Failure, Route, Run

BUSY_SECONDS: Final = 90.0
"""How long one waits for somebody else's message; a mail server may take most of that."""

_SCHEMA: Final = 1
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS told (
    channel TEXT NOT NULL, recipient TEXT NOT NULL, plan TEXT NOT NULL, key TEXT NOT NULL,
    due TEXT NOT NULL, stage TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (channel, recipient, plan, key, due, stage)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failure (
    channel TEXT NOT NULL, recipient TEXT NOT NULL, reason TEXT NOT NULL,
    attempts INTEGER NOT NULL, at TEXT NOT NULL, retry_at TEXT NOT NULL,
    PRIMARY KEY (channel, recipient)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS exported (
    plan TEXT NOT NULL, key TEXT NOT NULL, "on" TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (plan, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS task (rank INTEGER PRIMARY KEY, path TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS run (
    id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL, outcome TEXT NOT NULL
);
"""


class LedgerBusy(IrplanError):
    """Somebody else is sending reminders, and takes long."""

    code: ClassVar[str] = "reminders.ledger-busy"


class LedgerFailed(IrplanError):
    """What was sent cannot be looked up or noted."""

    code: ClassVar[str] = "reminders.ledger-failed"


class LedgerTurn:
    """A `Turn`: the file while nobody else may write it."""

    def __init__(self, connection: sqlite3.Connection, route: Route) -> None:
        self._connection = connection
        self._route = route

    def told(self) -> frozenset[Fact]:
        """All that was told by this route."""
        return _told(self._connection, self._route)

    def failure(self) -> Failure | None:
        """The failure that this route is recovering from."""
        found = _failures(self._connection)
        return next((failure for failure in found if failure.route == self._route), None)

    def tell(self, facts: tuple[Fact, ...], at: datetime) -> None:
        """Note that `facts` were told, and that the route works."""
        rows = (
            (*_key(self._route), fact.plan, fact.key, _day(fact.due), fact.stage, at.isoformat())
            for fact in facts
        )
        self._connection.executemany("INSERT OR REPLACE INTO told VALUES (?,?,?,?,?,?,?)", rows)
        _clear(self._connection, self._route)

    def fail(self, failure: Failure) -> None:
        """Note that the route does not work."""
        times = (failure.at.isoformat(), failure.retry_at.isoformat())
        row = (*_key(self._route), failure.reason, failure.attempts, *times)
        self._connection.execute("INSERT OR REPLACE INTO failure VALUES (?,?,?,?,?,?)", row)


class FileLedger:
    """A `Ledger` in the file `path`, which is made when something is first noted."""

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self._path = path
        self._busy_seconds = busy_seconds

    @contextmanager
    def turn(self, route: Route) -> Iterator[LedgerTurn]:
        """The ledger for one message by `route`; what was noted is kept when it ends well."""
        with self._writing() as connection:
            yield LedgerTurn(connection, route)

    def told(self, route: Route) -> frozenset[Fact]:
        """All that was told by `route`."""
        with self._reading() as connection:
            return _told(connection, route) if connection is not None else frozenset()

    def failures(self) -> tuple[Failure, ...]:
        """The routes that do not work, and why."""
        with self._reading() as connection:
            return _failures(connection) if connection is not None else ()

    def clear_failure(self, route: Route) -> None:
        """Let the next run try `route` at once."""
        with self._writing() as connection:
            _clear(connection, route)

    def note_run(self, run: Run) -> None:
        """Keep the outcome of a run."""
        with self._writing() as connection:
            row = (run.at.isoformat(), run.outcome)
            connection.execute("INSERT OR REPLACE INTO run VALUES (1,?,?)", row)

    def last_run(self) -> Run | None:
        """The run before."""
        with self._reading() as connection:
            if connection is None:
                return None
            row = connection.execute("SELECT at, outcome FROM run").fetchone()
        return None if row is None else Run(datetime.fromisoformat(row[0]), row[1])

    def plans(self) -> tuple[Path, ...]:
        """The plan files of the daily task; none while there is no task."""
        with self._reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute("SELECT path FROM task ORDER BY rank").fetchall()
        return tuple(Path(path) for (path,) in rows)

    def keep_plans(self, plans: tuple[Path, ...]) -> None:
        """Note which plan files the daily task has."""
        with self._writing() as connection:
            connection.execute("DELETE FROM task")
            rows = enumerate(map(str, plans))
            connection.executemany("INSERT INTO task VALUES (?,?)", rows)

    def exported(self, plan: str) -> tuple[Entry, ...]:
        """The entries of the calendar file that was last written of `plan`."""
        with self._reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute(
                'SELECT key, "on", title FROM exported WHERE plan = ? ORDER BY "on", key', (plan,)
            ).fetchall()
        return tuple(Entry(key, date.fromisoformat(on), title) for key, on, title in rows)

    def export(self, plan: str, entries: tuple[Entry, ...]) -> None:
        """Keep the entries of a calendar file in place of the last."""
        rows = ((plan, entry.key, _day(entry.on), entry.title) for entry in entries)
        with self._writing() as connection:
            connection.execute("DELETE FROM exported WHERE plan = ?", (plan,))
            connection.executemany("INSERT OR REPLACE INTO exported VALUES (?,?,?,?)", rows)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """None while nothing was ever noted."""
        if not self._path.exists():
            yield None
            return
        with self._explained(), closing(self._connect()) as connection:
            self._prepare(connection)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that nobody else can begin meanwhile; undone where it ends badly."""
        with self._explained(), closing(self._connect()) as connection:
            self._prepare(connection)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        return sqlite3.connect(self._path, timeout=self._busy_seconds, isolation_level=None)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Make the tables of a new file; one that a newer irplan made is left alone."""
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if schema == _SCHEMA:
            return
        if schema != 0:
            raise LedgerFailed(
                f"A newer irplan keeps the record of sent reminders in {self._path}: update irplan."
            )
        connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}PRAGMA user_version={_SCHEMA};COMMIT;")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._problem(error) from error
        except OSError as error:
            why = (error.strerror or "the disk failed").lower()
            raise LedgerFailed(
                f"The record of sent reminders {self._path} cannot be kept: {why}."
            ) from error

    def _problem(self, error: sqlite3.Error) -> IrplanError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return LedgerBusy("Another irplan is sending reminders; this one leaves it to it.")
        if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            return LedgerFailed(
                f"The record of sent reminders {self._path} is damaged. Delete it: what is due "
                "is then sent once more."
            )
        return LedgerFailed(f"The record of sent reminders {self._path} cannot be kept: {error}.")


def _told(connection: sqlite3.Connection, route: Route) -> frozenset[Fact]:
    rows = connection.execute(
        "SELECT plan, key, due, stage FROM told WHERE channel = ? AND recipient = ?", _key(route)
    )
    return frozenset(
        Fact(plan, key, date.fromisoformat(due), stage) for plan, key, due, stage in rows
    )


def _failures(connection: sqlite3.Connection) -> tuple[Failure, ...]:
    rows = connection.execute(
        "SELECT channel, recipient, reason, attempts, at, retry_at FROM failure ORDER BY at"
    )
    return tuple(
        Failure(
            Route(channel, recipient),
            reason,
            attempts,
            datetime.fromisoformat(at),
            datetime.fromisoformat(retry_at),
        )
        for channel, recipient, reason, attempts, at, retry_at in rows
    )


def _clear(connection: sqlite3.Connection, route: Route) -> None:
    connection.execute("DELETE FROM failure WHERE channel = ? AND recipient = ?", _key(route))


def _key(route: Route) -> tuple[str, str]:
    return route.channel, route.recipient


def _day(day: date) -> str:
    return day.isoformat()
