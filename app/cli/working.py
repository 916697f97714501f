"""A plan that is open for the length of a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap import Workshop
    from app.services.opening import OpenPlan


@contextmanager
def working_on(workshop: "Workshop", path: Path) -> "Iterator[OpenPlan]":
    """The plan file `path`, open to be changed; saved and closed unless something fails.

    Raises:
        IrplanError: it cannot be opened or saved.
    """
    opened = workshop.open(path)
    try:
        yield opened
    except BaseException:
        opened.store.close()
        raise
    opened.close()


@contextmanager
def reading(workshop: "Workshop", path: Path) -> "Iterator[OpenPlan]":
    """The plan file `path`, open to be read.

    Raises:
        IrplanError: it cannot be opened.
    """
    opened = workshop.open(path, read_only=True)
    try:
        yield opened
    finally:
        opened.store.close()
