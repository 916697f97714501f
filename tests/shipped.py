"""The library as it is shipped, read once for all tests of a process: nothing edits it."""

from typing import Final

from app.paths import data_folder
from app.persistence.library.store import FileLibrary

SHIPPED_LIBRARY: Final = FileLibrary(data_folder("templates"), data_folder("frameworks"))
