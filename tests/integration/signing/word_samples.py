"""Word files with signature lines, as the program exports them."""

from app.domain.document.tree import SignatureBox
from app.export.word.render import render
from tests.builders import document


def lined_docx(*fields: str) -> bytes:
    """A document with room for a signature in each of `fields`."""
    boxes = [SignatureBox(field, f"The {field.lower()}", "Signed by", "Ada L.") for field in fields]
    return render(document(*boxes), {}).data
