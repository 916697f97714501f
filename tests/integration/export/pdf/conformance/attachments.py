"""What attached files promise: ISO 19005-3, 6.8."""

import re
from collections.abc import Iterator
from typing import Any, Final

from tests.integration.export.pdf.conformance.opened import Opened

_MEDIA: Final = re.compile(r"/[a-z0-9.+-]+/[a-z0-9.+-]+")
_RELATIONS: Final = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}


def described(file: Opened) -> Iterator[str]:
    """Each says its name, what it is, how it belongs to the document, and its date."""
    for entry in _files(file):
        name = str(entry.get("/UF", "?"))
        if not name or entry.get("/F") != entry.get("/UF"):
            yield f"{name}: two names"
        if not str(entry.get("/Desc", "")).strip():
            yield f"{name}: no description"
        if entry.get("/AFRelationship") not in _RELATIONS:
            yield f"{name}: relation {entry.get('/AFRelationship')}"
        stream = entry.EF.F
        if not _MEDIA.fullmatch(str(stream.get("/Subtype", ""))):
            yield f"{name}: media type {stream.get('/Subtype')}"
        details: Any = stream.get("/Params", {})
        if "/ModDate" not in details:
            yield f"{name}: no date"
        if details.get("/Size", -1) != len(stream.read_bytes()):
            yield f"{name}: another size"


def associated(file: Opened) -> Iterator[str]:
    """Each is listed by name and associated with the document as a whole."""
    names = list(file.root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))
    listed = {entry.objgen for entry in names[1::2]}
    related = {entry.objgen for entry in file.root.get("/AF", [])}
    for entry in _files(file):
        if entry.objgen not in listed & related:
            yield f"{entry.get('/UF')} is not both listed and associated"
    keys = [str(name) for name in names[::2]]
    if keys != sorted(set(keys)):
        yield f"names out of order: {keys}"


def _files(file: Opened) -> list[Any]:
    return [item for item in file.dictionaries if "/EF" in item]
