"""What a person has chosen for the app itself, apart from any plan."""

from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Protocol

from app.services.reminding.mail_settings import MailSettings

MOST_RECENT = 10
"""How many recent plans are remembered."""

SCALES = (90, 100, 110, 125, 150)
"""Sizes of the interface on offer, in percent."""


class Appearance(Enum):
    """Light, dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """`scale` is a percentage; `recent` holds plan files, the last opened first.

    `time_authority` is the address of the time-stamp server that signatures ask, blank for none.
    `identity` and `token` (a PKCS#11 library) are what was signed with last; no secret is kept.
    `letterhead` is the Word file whose styles, header and footer exports took last.
    `mail` says how reminders are sent, `tray` whether they are shown beside the system's clock.
    """

    appearance: Appearance = Appearance.SYSTEM
    scale: int = 100
    person: str = ""
    recent: tuple[Path, ...] = ()
    export_folder: Path | None = None
    identity: Path | None = None
    mail: MailSettings = field(default_factory=MailSettings)
    tray: bool = False
    time_authority: str = ""
    token: Path | None = None
    letterhead: Path | None = None


class SettingsStore(Protocol):
    """Where settings are kept."""

    def load(self) -> Settings:
        """The stored settings; the defaults where nothing readable is stored."""

    def save(self, settings: Settings) -> None:
        """Keep `settings`."""


def with_recent(settings: Settings, plan: Path) -> Settings:
    """With `plan` first among the recent ones."""
    others = tuple(path for path in settings.recent if path != plan)
    return replace(settings, recent=(plan, *others)[:MOST_RECENT])


def without_recent(settings: Settings, plan: Path) -> Settings:
    """Without `plan` among the recent ones."""
    return replace(settings, recent=tuple(path for path in settings.recent if path != plan))
