"""The tables of a plan file: records as they are, revisions as they came about."""

from sqlalchemy import DDL, Float, LargeBinary, MetaData, String, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.persistence.db.law import LAW

APPLICATION_ID = 0x49525031
"""Marks an SQLite file as ours: the letters IRP1."""

SCHEMA = 5
"""The schema number, kept in `user_version`; migrations count it up.

It rises with the kinds and fields of records too, so that an older program refuses what it cannot
read.
"""

READABLE = frozenset({1, 2, 3, 4, SCHEMA})
"""Schemas that can be read without an upgrade: their records lie as those of `SCHEMA` do."""

CHAINED_SINCE = 4
"""The first schema whose revisions are chained."""

LAWFUL_SINCE = 5
"""The first schema that holds acts of approval, the law they follow, and kept files."""


class Row(DeclarativeBase):
    """Everything kept in a plan file."""

    metadata = MetaData()


class PlanRow(Row):
    """The one plan of the file."""

    __tablename__ = "plan"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    created_at: Mapped[str] = mapped_column(String(40))


class RecordRow(Row):
    """One record as canonical JSON; `rev` counts its changes, `digest` seals all the rest.

    Records of a kind stand in the order of `rank`, whose gaps leave room for insertions.
    """

    __tablename__ = "record"
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    rank: Mapped[float] = mapped_column(Float)
    rev: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))


class RevisionRow(Row):
    """One committed change set, never changed again; `at` is UTC in ISO 8601."""

    __tablename__ = "revision"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    request_id: Mapped[str] = mapped_column(String(64), unique=True)
    at: Mapped[str] = mapped_column(String(40))
    actor: Mapped[str] = mapped_column(String(200))
    label: Mapped[str] = mapped_column(Text)
    changes: Mapped[str] = mapped_column(Text)


class LinkRow(Row):
    """The seal of the revision `number`: the hash before it and its own."""

    __tablename__ = "link"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class KeptRow(Row):
    """The bytes of a file that a record of the plan speaks of, under their SHA-256."""

    __tablename__ = "kept"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


def _never(verb: str, table: str, what: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{what} are never changed'); END"
    )


IMMUTABLE_REVISIONS = tuple(_never(verb, "revision", "revisions") for verb in ("UPDATE", "DELETE"))
"""Triggers that keep the history as it was written."""

CHAINED_LINKS = (
    *(_never(verb, "link", "seals") for verb in ("UPDATE", "DELETE")),
    "CREATE TRIGGER link_follows BEFORE INSERT ON link "
    "WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM link) "
    "OR NEW.prev IS NOT coalesce((SELECT hash FROM link ORDER BY number DESC LIMIT 1), "
    "hex(zeroblob(32))) "
    "BEGIN SELECT RAISE(ABORT, 'a seal follows the last one'); END",
)
"""Triggers that let the chain grow at its end and nowhere else."""

for _table, _statements in ((RevisionRow, IMMUTABLE_REVISIONS), (LinkRow, CHAINED_LINKS)):
    for _statement in _statements:
        event.listen(
            _table.__table__,
            "after_create",
            DDL(_statement).execute_if(dialect="sqlite"),  # type: ignore[no-untyped-call]
        )
for _statement in LAW:
    event.listen(
        Row.metadata,
        "after_create",
        DDL(_statement.replace("%", "%%")).execute_if(dialect="sqlite"),  # type: ignore[no-untyped-call]
    )
