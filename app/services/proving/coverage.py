"""How much of a file a signature or a time stamp protects."""

from enum import StrEnum


class Coverage(StrEnum):
    """How much of the file one signature protects."""

    WHOLE_FILE = "whole file"
    EARLIER_REVISION = "whole file as it was then; bytes were appended after"
    PARTIAL = "only part of the file"
