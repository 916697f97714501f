"""Running the migrations; the only module that imports Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Engine


class HistoryUnknown(Exception):
    """The file names a migration this release does not have."""


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the tables behind `engine` to the revision `to`, in one transaction.

    Raises:
        HistoryUnknown: nothing was changed.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, to)
        except CommandError as error:
            raise HistoryUnknown(str(error)) from error
