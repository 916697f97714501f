"""What everything else is wired from: folders, clock, library, identities, witness, settings."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.rendering import FileRenderers
from app.paths import AppPaths, data_folder
from app.services.clock import Clock, today
from app.services.settings import Settings

if TYPE_CHECKING:
    from app.domain.judgement.deadlines.working_days import HolidayCalendar
    from app.domain.judgement.requirements import Framework
    from app.domain.judgement.standards import Standards
    from app.persistence.db.files import PlanFiles
    from app.persistence.settings import SettingsFile
    from app.services.interviewing.memory import InterviewMemory
    from app.services.library import Library
    from app.services.signing import Identities
    from app.services.witnessing import Witness


DEFAULT_TEMPLATE = "combined"
"""What a new plan starts from unless something else is chosen."""


@dataclass(frozen=True)
class Wiring:
    """The parts that every desk of the workshop uses."""

    paths: AppPaths
    clock: Clock

    @cached_property
    def library(self) -> Library:
        """The shipped templates and frameworks."""
        from app.persistence.library.store import FileLibrary

        return FileLibrary(data_folder("templates"), data_folder("frameworks"))

    @cached_property
    def identities(self) -> Identities:
        """Signing identities in files and on tokens."""
        from app.signing import FileIdentities

        fonts = data_folder("resources") / "fonts"
        return FileIdentities(fonts / "Inter-Regular.ttf", fonts / "DejaVuSans.ttf")

    @cached_property
    def witness(self) -> Witness:
        """Where the ends of plans' histories are noted outside the plan files."""
        from app.signing.head_ledger import HeadLedger

        return HeadLedger(self.paths.data / "heads")

    @cached_property
    def holidays(self) -> HolidayCalendar:
        """Weekends and public holidays, by country."""
        from app.exchange.holidays import PublicHolidays

        return PublicHolidays()

    @cached_property
    def interviews(self) -> InterviewMemory:
        """Where one was in the interview of each plan."""
        from app.persistence.interviews import InterviewFile

        return InterviewFile(self.paths.state / "interviews.json")

    def settings(self) -> Settings:
        """The person's settings."""
        return self._settings_file().load()

    def save_settings(self, settings: Settings) -> None:
        """Keep the person's settings."""
        self._settings_file().save(settings)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file only its owner may read, the whole file or nothing.

        Raises:
            IrplanError: the file cannot be written.
        """
        FileRenderers().write(path, data)

    @property
    def _day(self) -> date:
        return today(self.clock)

    def _settings_file(self) -> SettingsFile:
        from app.persistence.settings import SettingsFile

        return SettingsFile(self.paths.config / "settings.json")

    def _files(self) -> PlanFiles:
        from app.persistence.db.files import PlanFiles

        actor = self.settings().person or account()
        return PlanFiles(self.paths.data / "backups", self.clock, actor)

    def _standards(self) -> Standards:
        """Frameworks come from the shelf when a plan chooses them, no earlier."""
        from app.domain.judgement.standards import Standards

        library = self.library
        return Standards(
            elements=library.elements(), regimes=library.regimes(), shelf=self._framework
        )

    def _framework(self, name: str) -> Framework | None:
        from app.services.library import FrameworkUnknown

        try:
            return self.library.framework(name)
        except FrameworkUnknown:
            return None


def account() -> str:
    """The name of the person's account on this computer."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # Windows has no pwd
        return "somebody"
