"""Settings in a JSON file."""

import json
import secrets
from pathlib import Path
from typing import Any

from app.services.settings import SCALES, Appearance, Settings


class SettingsFile:
    """A `SettingsStore`; what is not readable counts as not stored."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        """The stored settings, defaults in place of anything unreadable."""
        try:
            data = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
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
            temporary.unlink(missing_ok=True)


def _data(settings: Settings) -> dict[str, Any]:
    return {
        "appearance": settings.appearance.value,
        "scale": settings.scale,
        "person": settings.person,
        "recent": [str(path) for path in settings.recent],
        "export_folder": _text(settings.export_folder),
        "identity": _text(settings.identity),
    }


def _settings(data: dict[str, Any]) -> Settings:
    recent = data.get("recent")
    appearance = data.get("appearance")
    known = {item.value: item for item in Appearance}
    return Settings(
        appearance=known.get(str(appearance), Appearance.SYSTEM),
        scale=data["scale"] if data.get("scale") in SCALES else 100,
        person=str(data.get("person", "")),
        recent=tuple(Path(str(item)) for item in recent) if isinstance(recent, list) else (),
        export_folder=_path(data.get("export_folder")),
        identity=_path(data.get("identity")),
    )


def _text(path: Path | None) -> str:
    return "" if path is None else str(path)


def _path(text: object) -> Path | None:
    return Path(text) if isinstance(text, str) and text else None
