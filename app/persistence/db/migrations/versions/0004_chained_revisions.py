"""Revisions are chained: each gets a seal; the last one states the hash of all records."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

GENESIS = "0" * 64


def upgrade() -> None:
    """Seal the history as it is found, and say in a revision of its own that this was done."""
    op.create_table(
        "link",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("prev", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    _add_seal()
    _chain()
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER link_no_{verb.lower()} BEFORE {verb} ON link "
            "BEGIN SELECT RAISE(ABORT, 'seals are never changed'); END"
        )
    op.execute(
        "CREATE TRIGGER link_follows BEFORE INSERT ON link "
        "WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM link) "
        "OR NEW.prev IS NOT coalesce((SELECT hash FROM link ORDER BY number DESC LIMIT 1), "
        "hex(zeroblob(32))) "
        "BEGIN SELECT RAISE(ABORT, 'a seal follows the last one'); END"
    )
    op.execute("PRAGMA user_version=4")


def _add_seal() -> None:
    connection = op.get_bind()
    records = connection.exec_driver_sql(
        "SELECT kind, id, body FROM record ORDER BY kind, rank, id"
    ).fetchall()
    last = connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM revision").scalar_one()
    lines = (_json([kind, key, _sha(body)]) for kind, key, body in records)
    stated = [{"sealed": len(records), "content": _sha("\n".join(lines))}]
    connection.exec_driver_sql(
        "INSERT INTO revision (number, request_id, at, actor, label, changes) "
        "VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'), ?, ?, ?)",
        (
            last + 1,
            "sealed-0004",
            "irplan",
            "History sealed",
            _json(stated),
        ),
    )


def _chain() -> None:
    connection = op.get_bind()
    rows = connection.exec_driver_sql(
        "SELECT number, request_id, at, actor, label, changes FROM revision ORDER BY number"
    ).fetchall()
    prev = GENESIS
    for row in rows:
        own = _sha(_json([prev, *row]))
        connection.exec_driver_sql(
            "INSERT INTO link (number, prev, hash) VALUES (?, ?, ?)", (row[0], prev, own)
        )
        prev = own


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
