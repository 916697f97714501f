"""What ties a PDF to a plan: the hash it states, the data and the audit head it carries.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

from app.domain.lifecycle.chain import HEAD_FILE, Head, head_from
from app.services.proving.carried import Carried
from app.signing.pdf_reading import READER_FAILURES, entry
from app.signing.safe_xml import BadXmlError, parse_xml

DATA_FILE: Final = "plan.json"
WITHHELD_FILE: Final = "plan-redacted.json"
"""The data without personal details, in the copy for auditors."""
LONGEST_DATA: Final = 64 << 20
"""Bytes of a plan's data."""
LONGEST_HEAD: Final = 10_000
"""Bytes of an audit head."""
MOST_FILES: Final = 200
"""Attached files that are looked at."""
DEEPEST: Final = 8
"""Levels of the tree of their names."""

_STATED: Final = re.compile(r"sha256:([0-9a-f]{64})")
_SOURCE: Final = "{http://purl.org/dc/elements/1.1/}source"


def carried_by(reader: PdfFileReader) -> Carried:
    """What `reader` carries; an attachment that cannot be read is a problem, not an error."""
    try:
        files = dict(_files(reader))
        stated = _stated(reader)
    except READER_FAILURES:
        return Carried(problems=("What the file carries along cannot be read.",))
    withheld = DATA_FILE not in files and WITHHELD_FILE in files
    try:
        data = _read(files.get(WITHHELD_FILE if withheld else DATA_FILE), LONGEST_DATA)
        head = _head(_read(files.get(HEAD_FILE), LONGEST_HEAD))
    except READER_FAILURES as error:
        return Carried(stated, problems=(f"An attachment cannot be read ({error}).",))
    return Carried(stated, data, withheld, head)


def _files(reader: PdfFileReader) -> Iterator[tuple[str, DictionaryObject]]:
    """The attached files by name; the first of a name that several have."""
    tree = entry(entry(reader.root, "/Names"), "/EmbeddedFiles")
    if not isinstance(tree, DictionaryObject):
        return
    found: dict[str, DictionaryObject] = {}
    for name, file in _leaves(tree, DEEPEST):
        if name in found or len(found) >= MOST_FILES:
            raise ValueError("two files of one name, or too many")
        found[name] = file
    yield from found.items()


def _leaves(node: DictionaryObject, depth: int) -> Iterator[tuple[str, DictionaryObject]]:
    if depth == 0:
        raise ValueError("the names of files are nested too deep")
    for child in entry(node, "/Kids") or ():
        yield from _leaves(child.get_object(), depth - 1)
    pairs = [each.get_object() for each in entry(node, "/Names") or ()]
    for name, file in zip(pairs[::2], pairs[1::2], strict=True):
        yield str(name), file


def _read(file: DictionaryObject | None, longest: int) -> bytes | None:
    if file is None:
        return None
    stream = file["/EF"]["/F"]
    if not isinstance(stream, StreamObject):
        raise TypeError("an attachment is no file")
    data: bytes = stream.data
    if len(data) > longest:
        raise ValueError("an attachment is larger than it can be")
    return data


def _head(data: bytes | None) -> Head | None:
    return None if data is None else head_from(json.loads(data))


def _stated(reader: PdfFileReader) -> str:
    """The content hash in the XMP packet; blank for none."""
    packet = entry(reader.root, "/Metadata")
    if not isinstance(packet, StreamObject):
        return ""
    try:
        root = parse_xml(packet.data)
    except BadXmlError:
        return ""
    texts = (str(element.text or "").strip() for element in root.iter(_SOURCE))
    found = (_STATED.fullmatch(text) for text in texts)
    return next((match[1] for match in found if match), "")
