"""Stopping long work at the person's wish."""

from typing import ClassVar

from app.domain.errors import IrplanError


class Cancelled(IrplanError):
    """The person stopped the work."""

    code: ClassVar[str] = "export.cancelled"

    def __init__(self) -> None:
        super().__init__("The export was stopped; no file was changed after that.")
