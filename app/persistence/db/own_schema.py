"""Every table and trigger of a plan file, spelled as SQLite keeps them."""

from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from app.persistence.db.tables import IMMUTABLE_REVISIONS, Row

HISTORY = "alembic_version"
"""Where the migrations note how far they came."""

CREATE_HISTORY = (
    f"CREATE TABLE {HISTORY} (version_num VARCHAR(32) NOT NULL, "
    f"CONSTRAINT {HISTORY}_pkc PRIMARY KEY (version_num))"
)

SchemaObject = tuple[str, str, str]
"""Type, name and SQL text."""


@cache
def own_schema() -> frozenset[SchemaObject]:
    """What the newest schema consists of, its SQL as `plain` text."""
    return frozenset(
        {
            ("table", HISTORY, plain(CREATE_HISTORY)),
            *(("table", name, _sql(table)) for name, table in Row.metadata.tables.items()),
            *(("trigger", sql.split()[2], plain(sql)) for sql in IMMUTABLE_REVISIONS),
        }
    )


def plain(sql: str) -> str:
    """`sql` without differences of spacing."""
    return " ".join(sql.replace("(", " ( ").replace(")", " ) ").split())


def _sql(table: Table) -> str:
    return plain(str(CreateTable(table).compile(dialect=sqlite.dialect())))
