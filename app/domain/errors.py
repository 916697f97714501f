"""Failures people can act on, each with a stable code."""

from typing import ClassVar


class IrplanError(Exception):
    """An expected failure: a stable `code`, and a sentence that says what to do.

    `code` is `area.what`, never changes once released, and is what tests, logs and the
    interface go by; the sentence may be reworded. `params` name the file, field or value.
    """

    code: ClassVar[str] = "irplan.failed"

    def __init__(self, message: str, **params: str) -> None:
        super().__init__(message)
        self.message = message
        self.params = params
