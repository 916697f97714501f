"""What is remembered of interviews, in a JSON file without a word of the plans."""

import json
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from app.domain.plan.ids import RecordId
from app.services.interviewing.memory import Remembered

MOST_PLANS: Final = 100
"""So many plans are remembered; the one that was not touched for longest is forgotten first."""


class InterviewFile:
    """An `InterviewMemory`; what is not readable counts as not remembered."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, plan: RecordId) -> Remembered:
        """What is remembered of the interview of `plan`."""
        return _remembered(self._stored().get(str(plan)))

    def save(self, plan: RecordId, remembered: Remembered) -> None:
        """Keep `remembered`, whole or not at all."""
        others = {key: value for key, value in self._stored().items() if key != str(plan)}
        kept = dict([*others.items(), (str(plan), _data(remembered))][-MOST_PLANS:])
        temporary = self._path.with_name(f".~irplan-{secrets.token_hex(6)}.tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(json.dumps(kept, indent=1).encode())
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def _stored(self) -> dict[str, Any]:
        try:
            data = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return data if isinstance(data, dict) else {}


def _data(remembered: Remembered) -> dict[str, Any]:
    return {
        "left_at": remembered.left_at,
        "skipped": sorted(remembered.skipped),
        "followed": remembered.followed,
    }


def _remembered(data: object) -> Remembered:
    if not isinstance(data, dict):
        return Remembered()
    left_at, skipped, followed = (data.get(name) for name in ("left_at", "skipped", "followed"))
    return Remembered(
        left_at=left_at if isinstance(left_at, str) else "",
        skipped=frozenset(
            item for item in (skipped if isinstance(skipped, list) else ()) if isinstance(item, str)
        ),
        followed=max(followed, 0) if type(followed) is int else 0,
    )
