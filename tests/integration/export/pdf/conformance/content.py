"""What the drawn pages promise: every stroke is tagged, and every tag is known."""

from collections import Counter
from collections.abc import Iterator

from tests.integration.export.pdf.conformance.opened import Opened


def balanced(file: Opened) -> Iterator[str]:
    """Every mark that begins ends, and none inside another."""
    for number, strokes in enumerate(file.strokes, 1):
        for words in strokes.unbalanced:
            yield f"page {number}: {words}"


def all_marked(file: Opened) -> Iterator[str]:
    """Nothing is drawn outside marks: it is content or, as an artifact, decoration."""
    for number, strokes in enumerate(file.strokes, 1):
        for words in strokes.loose:
            yield f"page {number}: {words}"


def marks_owned(file: Opened) -> Iterator[str]:
    """The parent tree leads from every mark of a page to its element, and from nothing else."""
    for number, (page, strokes) in enumerate(zip(file.pages, file.strokes, strict=True), 1):
        owners = file.owners.get(int(page.get("/StructParents", -1)), [])
        marks = [mark for _, mark in strokes.marks]
        if marks != list(range(len(owners))):
            yield f"page {number} has {len(marks)} marks for {len(owners)} elements"


def marks_held(file: Opened) -> Iterator[str]:
    """The elements hold every mark once, each the one that the parent tree tells."""
    held = Counter(mark for node in file.nodes for mark in node.marks)
    holders = {mark: node for node in file.nodes for mark in node.marks}
    for number, (page, strokes) in enumerate(zip(file.pages, file.strokes, strict=True), 1):
        owners = dict(enumerate(file.owners.get(int(page.get("/StructParents", -1)), [])))
        for _, mark in strokes.marks:
            key = (page.objgen, mark)
            if held.pop(key, 0) != 1:
                yield f"page {number}: mark {mark} is not held once"
            elif mark in owners and owners[mark].objgen != holders[key].entry.objgen:
                yield f"page {number}: mark {mark} is held by another {holders[key].tag}"
    for _, mark in held:
        yield f"an element holds the mark {mark} that nothing has drawn"
