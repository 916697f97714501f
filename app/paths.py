"""Every folder the program touches: the user's own, and the data shipped with it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import platformdirs

HOME_VARIABLE: Final = "IRPLAN_HOME"
"""Environment variable that puts all the user's folders below one folder."""

DataFolder = Literal["templates", "frameworks", "resources"]

_NAME: Final = "irplan"


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders of one user; none of them need exist yet."""

    config: Path
    """Settings."""
    data: Path
    """Backups, identities and whatever else must survive."""
    state: Path
    """Window state, recent files, locks; losing it is a nuisance only."""
    cache: Path
    """May be emptied at any time."""
    logs: Path
    """Rotating log files; they hold ids, never answers."""

    @classmethod
    def below(cls, home: Path) -> "AppPaths":
        """Put every folder below `home`, as tests and portable installations want."""
        return cls(
            config=home / "config",
            data=home / "data",
            state=home / "state",
            cache=home / "cache",
            logs=home / "logs",
        )

    @classmethod
    def of_user(cls, environment: Mapping[str, str] = os.environ) -> "AppPaths":
        """Find the folders where this system keeps them, or below `IRPLAN_HOME` if it is set."""
        home = environment.get(HOME_VARIABLE, "")
        if home:
            return cls.below(Path(home).expanduser().absolute())
        folders = platformdirs.PlatformDirs(_NAME, appauthor=False)
        return cls(
            config=folders.user_config_path,
            data=folders.user_data_path,
            state=folders.user_state_path,
            cache=folders.user_cache_path,
            logs=folders.user_log_path,
        )


def data_folder(name: DataFolder, package: Path | None = None) -> Path:
    """Return the folder of shipped data, in a checkout, a wheel or a frozen bundle alike.

    `package` is the folder of the `app` package and given by tests only.

    Raises:
        FileNotFoundError: The installation is damaged.
    """
    package = package or Path(__file__).resolve().parent
    installed = package / "_data" / name
    checkout = package.parent / name
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The {name} folder is missing at {installed}; reinstall irplan.")
