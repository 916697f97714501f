"""Ways to change a signed PDF, each of which a reader must be told about."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.integration.signing.samples import xmp


def updated(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with one unsigned revision more."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    change(writer)
    output = BytesIO()
    writer.write(output)
    assert output.getvalue().startswith(data)
    assert len(output.getvalue()) > len(data)
    return output.getvalue()


def overlaid(writer: IncrementalPdfFileWriter) -> None:
    """Write over the first page."""
    page = writer.root["/Pages"]["/Kids"][0]
    stream = generic.StreamObject(stream_data=b"0 0 300 300 re f")
    reference = writer.add_object(stream)
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), reference])
    writer.update_container(page)


def annotated(writer: IncrementalPdfFileWriter) -> None:
    """Stick a note on the first page."""
    page = writer.root["/Pages"]["/Kids"][0]
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Text"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (9, 9, 20, 20))),
            pdf_name("/Contents"): generic.pdf_string("Approved, really"),
        }
    )
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])


def retitled(writer: IncrementalPdfFileWriter) -> None:
    """Change the title in the XMP packet, which pyHanko counts as permitted."""
    packet = generic.StreamObject(
        {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")},
        stream_data=xmp("Another plan"),
    )
    writer.root["/Metadata"] = writer.add_object(packet)
    writer.update_root()


def resaved(data: bytes) -> bytes:
    """Opened and saved by another program."""
    output = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(output)
    return output.getvalue()


def flipped(data: bytes, position: int) -> bytes:
    """One bit turned over."""
    return data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]
