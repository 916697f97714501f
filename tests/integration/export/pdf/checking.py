"""What an archivable, accessible PDF must have, as findings; an empty list is what we want."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.integration.export.pdf.conformance.promises import broken


def findings(data: bytes) -> list[str]:
    """Every broken promise of the file."""
    return [f"{name}: {words}" for name, how in broken(data).items() for words in how]


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All structure elements, parents first."""
    waiting: list[Any] = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed([kid for kid in kids(element) if "/S" in kid]))


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The children of an element that are dictionaries."""
    entries: Any = element.get("/K", [])
    entries = entries if isinstance(entries, pikepdf.Array) else [entries]
    return [kid for kid in entries if isinstance(kid, pikepdf.Object) and hasattr(kid, "keys")]


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The types of all elements in reading order."""
    return [str(element.S)[1:] for element in elements(pdf)]
