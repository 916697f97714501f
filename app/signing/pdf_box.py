"""The size of the box on the page that a signature field has.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from dataclasses import dataclass

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields


@dataclass(frozen=True, slots=True)
class Box:
    """Width and height in points, never negative; zero for a field that nobody sees."""

    width: float
    height: float


def field_box(reader: PdfFileReader, name: str) -> Box:
    """The box of the signature field `name`; without a rectangle it is not seen."""
    for found, _, reference in enumerate_sig_fields(reader):
        if found == name:
            corners = [float(each) for each in reference.get_object().get("/Rect", (0, 0, 0, 0))]
            left, bottom, right, top = corners
            return Box(abs(right - left), abs(top - bottom))
    return Box(0, 0)
