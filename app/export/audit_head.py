"""The end of the history that an exported PDF carries."""

import json
from pathlib import Path

import pikepdf

from app.domain.errors import IrplanError
from app.domain.lifecycle.chain import HEAD_FILE, Head, head_from

LONGEST = 10_000
"""Bytes of a head; what is longer is none."""


class NoAuditHead(IrplanError):
    """A file that tells nothing of the history of a plan."""

    code = "audit.no-head"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} carries no audit head: name a PDF that irplan exported from a plan.",
            file=path.name,
        )


def read_head(path: Path) -> Head:
    """The head in the PDF `path`; its signatures are not looked at.

    Raises:
        NoAuditHead: it is no such PDF, or cannot be read.
    """
    try:
        with pikepdf.open(path) as pdf:
            found = head_from(json.loads(_attached(pdf)))
    except (OSError, pikepdf.PdfError, KeyError, ValueError, RecursionError) as error:
        raise NoAuditHead(path) from error
    if found is None:
        raise NoAuditHead(path)
    return found


def _attached(pdf: pikepdf.Pdf) -> bytes:
    data = pdf.attachments[HEAD_FILE].get_file().read_bytes()
    if len(data) > LONGEST:
        raise ValueError(HEAD_FILE)
    return data
