"""What a PDF's revisions say byte by byte, with their packed objects unpacked.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import re
from collections.abc import Collection, Iterator

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

from app.signing.pdf_reading import raw_bytes

_BETWEEN = rb"(?:[\x00\t\n\f\r ]|%[^\r\n]*[\r\n])+"
"""What may stand between the words of a reference: blanks and comments."""
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def texts_in(reader: PdfFileReader, revision: int) -> Iterator[bytes]:
    """The bytes that `revision` added, and every object stream that it uses."""
    table = reader.xrefs.get_xref_container_info
    start = table(revision - 1).end_location if revision else 0
    yield raw_bytes(reader)[start : table(revision).end_location]
    for reference in reader.xrefs.object_streams_used_in(revision):
        stream = reader.get_object(reference, revision)
        if isinstance(stream, StreamObject):
            yield stream.read_data(DecodePurpose.OBJECT_STREAM)


def mentions(texts: Iterator[bytes], objects: Collection[int]) -> int:
    """How often one of `objects`, by their numbers, is referred to in `texts`."""
    if not objects:
        return 0
    numbers = b"|".join(str(number).encode() for number in sorted(objects))
    pattern = re.compile(rb"(?<![0-9])0*(?:%b)%b[0-9]+%bR" % (numbers, _BETWEEN, _BETWEEN))
    return sum(len(pattern.findall(text)) for text in texts)


def names_any(texts: Iterator[bytes], names: Collection[bytes]) -> bool:
    """Whether one of `names`, without their stroke, may stand in `texts`, escaped or not."""
    pattern = re.compile(rb"/(?:%b)(?![A-Za-z0-9])" % b"|".join(sorted(names)))
    return any(pattern.search(_unescaped(text)) for text in texts)


def _unescaped(text: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), text)
