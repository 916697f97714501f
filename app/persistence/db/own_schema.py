"""Every table and trigger of a plan file, spelled as SQLite keeps them."""

from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from app.persistence.db.law import LAW
from app.persistence.db.tables import (
    CHAINED_LINKS,
    CHAINED_SINCE,
    IMMUTABLE_REVISIONS,
    LAWFUL_SINCE,
    SCHEMA,
    KeptRow,
    LinkRow,
    Row,
)

HISTORY = "alembic_version"
"""Where the migrations note how far they came."""

CREATE_HISTORY = (
    f"CREATE TABLE {HISTORY} (version_num VARCHAR(32) NOT NULL, "
    f"CONSTRAINT {HISTORY}_pkc PRIMARY KEY (version_num))"
)

SINCE = {LinkRow.__tablename__: CHAINED_SINCE, KeptRow.__tablename__: LAWFUL_SINCE}
"""The first schema of each table that was not there from the beginning."""

SchemaObject = tuple[str, str, str]
"""Type, name and SQL text."""


@cache
def own_schema(version: int = SCHEMA) -> frozenset[SchemaObject]:
    """What the schema `version`, one of those that can be read, consists of, as `plain` SQL."""
    tables = (t for t in Row.metadata.sorted_tables if version >= SINCE.get(t.name, 0))
    triggers = (
        *IMMUTABLE_REVISIONS,
        *(CHAINED_LINKS if version >= CHAINED_SINCE else ()),
        *(LAW if version >= LAWFUL_SINCE else ()),
    )
    return frozenset(
        {
            ("table", HISTORY, plain(CREATE_HISTORY)),
            *(("table", table.name, _sql(table)) for table in tables),
            *(("trigger", sql.split()[2], plain(sql)) for sql in triggers),
        }
    )


def plain(sql: str) -> str:
    """`sql` without differences of spacing."""
    return " ".join(sql.replace("(", " ( ").replace(")", " ) ").split())


def _sql(table: Table) -> str:
    return plain(str(CreateTable(table).compile(dialect=sqlite.dialect())))
