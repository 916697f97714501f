"""Opening a PDF that may be hostile, and finding its signature fields.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import re
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, Final

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

READER_FAILURES = (
    PdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pyHanko lets escape for damaged files, found by cutting and flipping bytes."""


MOST_AFTER_END: Final = 1 << 20
"""Bytes behind the mark of the end, which pyHanko looks for from behind, one by one."""
MOST_OBJECTS: Final = 500_000
"""Listed in the tables of a PDF; the largest plan has a few thousand in each revision."""
_LISTED: Final = re.compile(rb"\d{10} \d{5} [nf]")


class UnreadablePdfError(Exception):
    """The bytes are not a PDF that can be understood without guessing."""


@dataclass(frozen=True, slots=True)
class SignatureField:
    """A signature field by its full name."""

    name: str
    signed: bool


def open_pdf(data: bytes) -> PdfFileReader:
    """A strict reader over `data`, with the catalog already read.

    Raises:
        UnreadablePdfError: The file is damaged or not a PDF.
    """
    _check_extent(data)
    try:
        reader = PdfFileReader(BytesIO(data), strict=True)
        if not reader.encrypted:
            reader.root["/Pages"]["/Count"].get_object()
    except READER_FAILURES as error:
        raise UnreadablePdfError(str(error) or type(error).__name__) from error
    return reader


def _check_extent(data: bytes) -> None:
    """Refuse what pyHanko would read for minutes."""
    if not data.startswith(b"%PDF-"):
        raise UnreadablePdfError("The file does not begin like a PDF.")
    if data.rfind(b"%%EOF") < max(len(data) - MOST_AFTER_END, 0):
        raise UnreadablePdfError("The file does not end like a PDF.")
    if next(islice(_LISTED.finditer(data), MOST_OBJECTS, None), None) is not None:
        raise UnreadablePdfError("The file lists more objects than any plan has.")


def entry(holder: object, key: str) -> Any:  # noqa: ANN401 - whatever stands there
    """What a dictionary holds under `key`; None for nothing, and in what is no dictionary.

    pyHanko's brackets follow an indirect reference; its `get` would return the reference.
    """
    if not isinstance(holder, DictionaryObject) or key not in holder:
        return None
    return holder[key]


def raw_bytes(reader: PdfFileReader) -> bytes:
    """The whole file that `reader` reads."""
    stream: BytesIO = reader.stream
    return stream.getvalue()


def signature_fields(reader: PdfFileReader) -> tuple[SignatureField, ...]:
    """All signature fields in the order of the form.

    Raises:
        UnreadablePdfError: The form is damaged.
    """
    try:
        return tuple(
            SignatureField(name, signed=value is not None)
            for name, value, _ in enumerate_sig_fields(reader)
        )
    except READER_FAILURES as error:
        raise UnreadablePdfError(str(error) or type(error).__name__) from error
