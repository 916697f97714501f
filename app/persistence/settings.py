"""Settings in a JSON file."""

import json
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.domain.plan.texts import cleaned
from app.persistence.mail_settings import mail_data, mail_of
from app.services.settings import MOST_RECENT, SCALES, Appearance, Settings


class SettingsFile:
    """A `SettingsStore`; what is not readable counts as not stored."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        """The stored settings, defaults in place of anything unreadable."""
        try:
            data = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _settings(data) if isinstance(data, dict) else Settings()

    def save(self, settings: Settings) -> None:
        """Keep `settings`, whole or not at all; a folder that refuses is not worth a failure."""
        data = json.dumps(_data(settings), indent=2).encode()
        temporary = self._path.with_name(f".~irplan-{secrets.token_hex(6)}.tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()


def _data(settings: Settings) -> dict[str, Any]:
    return {
        "appearance": settings.appearance.value,
        "scale": settings.scale,
        "person": settings.person,
        "recent": [str(path) for path in settings.recent],
        "export_folder": _text(settings.export_folder),
        "identity": _text(settings.identity),
        "mail": mail_data(settings.mail),
        "tray": settings.tray,
        "time_authority": settings.time_authority,
        "token": _text(settings.token),
        "letterhead": _text(settings.letterhead),
    }


def _settings(data: dict[str, Any]) -> Settings:
    scale = data.get("scale")
    known = {item.value: item for item in Appearance}
    return Settings(
        appearance=known.get(str(data.get("appearance")), Appearance.SYSTEM),
        scale=scale if isinstance(scale, int) and scale in SCALES else Settings().scale,
        person=cleaned(_string(data.get("person"))),
        recent=_paths(data.get("recent")),
        export_folder=_path(data.get("export_folder")),
        identity=_path(data.get("identity")),
        mail=mail_of(data.get("mail")),
        tray=data.get("tray") is True,
        time_authority=_string(data.get("time_authority")).strip(),
        token=_path(data.get("token")),
        letterhead=_path(data.get("letterhead")),
    )


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _paths(value: object) -> tuple[Path, ...]:
    items = value if isinstance(value, list) else []
    found = [path for item in items if (path := _path(item)) is not None]
    return tuple(found[:MOST_RECENT])


def _text(path: Path | None) -> str:
    return "" if path is None else str(path)


def _path(text: object) -> Path | None:
    """The path; None for what cannot be one."""
    return Path(text) if isinstance(text, str) and text and "\0" not in text else None
