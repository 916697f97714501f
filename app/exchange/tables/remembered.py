"""Where columns led to the last time, kept for the next table with the same heads."""

import hashlib
import json
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.domain.plan.kinds import Kind
from app.services.importing.columns import Columns
from app.services.importing.fields import field_named
from app.services.importing.tables import Table

MOST: Final = 50
"""So many tables are remembered, the last ones."""


class RememberedColumns:
    """A small JSON file; heads are kept as a digest only, and what is unreadable is forgotten."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, table: Table, kind: Kind) -> Columns | None:
        """Where the columns of such a table led to; None if that is not known."""
        known = self._load().get(_digest(table, kind))
        if known is None or len(known) != len(table.heads):
            return None
        return tuple(key if field_named(kind, key) else "" for key in known)

    def keep(self, table: Table, kind: Kind, columns: Columns) -> None:
        """Remember it; a folder that refuses is not worth a failure."""
        if table.head_row is None:
            return
        known = self._load()
        digest = _digest(table, kind)
        known.pop(digest, None)
        known[digest] = list(columns)
        last = dict(list(known.items())[-MOST:])
        temporary = self._path.with_name(f".~irplan-{secrets.token_hex(6)}.tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(last), "utf-8")
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def _load(self) -> dict[str, list[str]]:
        try:
            data = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        items = data.items() if isinstance(data, dict) else ()
        return {key: value for key, value in items if _is_columns(value)}


def _digest(table: Table, kind: Kind) -> str:
    said = json.dumps([kind.value, *table.heads]) if table.head_row is not None else ""
    return hashlib.sha256(said.encode()).hexdigest()


def _is_columns(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(key, str) for key in value)
