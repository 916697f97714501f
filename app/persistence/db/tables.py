"""The tables of a plan file: records as they are, revisions as they came about."""

from sqlalchemy import DDL, Float, MetaData, String, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

APPLICATION_ID = 0x49525031
"""Marks an SQLite file as ours: the letters IRP1."""

SCHEMA = 3
"""The schema number, kept in `user_version`; migrations count it up.

It rises with the kinds and fields of records too, so that an older program refuses what it cannot
read.
"""

READABLE = frozenset({1, 2, SCHEMA})
"""Schemas whose tables are those of `SCHEMA`: they can be read without an upgrade."""


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


IMMUTABLE_REVISIONS = tuple(
    f"CREATE TRIGGER revision_no_{verb.lower()} BEFORE {verb} ON revision "
    "BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END"
    for verb in ("UPDATE", "DELETE")
)
"""Triggers that keep the history as it was written."""

for _statement in IMMUTABLE_REVISIONS:
    event.listen(
        RevisionRow.__table__,
        "after_create",
        DDL(_statement).execute_if(dialect="sqlite"),  # type: ignore[no-untyped-call]
    )
