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


def paged(writer: IncrementalPdfFileWriter) -> None:
    """Add a page at the end."""
    page = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Page"),
            pdf_name("/Parent"): writer.root.raw_get("/Pages"),
            pdf_name("/MediaBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 99, 99))),
        }
    )
    pages = writer.root["/Pages"]
    pages["/Kids"].append(writer.add_object(page))
    pages["/Count"] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.update_container(pages)


def renamed(writer: IncrementalPdfFileWriter) -> None:
    """Change the title in the information dictionary."""
    info = generic.DictionaryObject({pdf_name("/Title"): generic.pdf_string("Another plan")})
    writer.set_info(writer.add_object(info))


def released(writer: IncrementalPdfFileWriter) -> None:
    """Take away the limits that the first signer set on later changes."""
    del writer.root["/Perms"]
    writer.update_root()


def launching(writer: IncrementalPdfFileWriter) -> None:
    """Start a program when the file is opened."""
    writer.root["/OpenAction"] = _action("/Launch", "/F", "calc.exe")
    writer.update_root()


def scripted(writer: IncrementalPdfFileWriter) -> None:
    """Run a script when the file is opened."""
    writer.root["/OpenAction"] = _action("/JavaScript", "/JS", "app.alert('signed!')")
    writer.update_root()


def _action(kind: str, key: str, value: str) -> generic.DictionaryObject:
    return generic.DictionaryObject(
        {pdf_name("/S"): pdf_name(kind), pdf_name(key): generic.pdf_string(value)}
    )


def attached(writer: IncrementalPdfFileWriter) -> None:
    """Attach a file that takes the place of the plan's data."""
    stream = writer.add_object(generic.StreamObject(stream_data=b"{}"))
    inner = generic.DictionaryObject({pdf_name("/F"): stream})
    file = generic.DictionaryObject({pdf_name("/EF"): inner})
    names = generic.ArrayObject([generic.pdf_string("plan.json"), writer.add_object(file)])
    tree = generic.DictionaryObject({pdf_name("/Names"): names})
    writer.root["/Names"] = generic.DictionaryObject({pdf_name("/EmbeddedFiles"): tree})
    writer.update_root()


def moved(writer: IncrementalPdfFileWriter) -> None:
    """Move the box of the first signature, and with it its picture."""
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 500)))
    writer.update_container(field)


def repictured(writer: IncrementalPdfFileWriter) -> None:
    """Draw another picture in the box of the first signature."""
    field = writer.root["/AcroForm"]["/Fields"][0]
    box = generic.StreamObject(field["/AP"]["/N"], stream_data=b"0 0 9 9 re f")
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(box)})
    writer.update_container(field)


def removed(writer: IncrementalPdfFileWriter) -> None:
    """Empty the field of the first signature again."""
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)


def replaced(writer: IncrementalPdfFileWriter) -> None:
    """Put the value of the last signature into the field of the first."""
    fields = [field.get_object() for field in writer.root["/AcroForm"]["/Fields"]]
    signed = [field for field in fields if "/V" in field]
    signed[0]["/V"] = signed[-1].raw_get("/V")
    writer.update_container(signed[0])


def unformed(writer: IncrementalPdfFileWriter) -> None:
    """Let no program find the signature fields any more."""
    del writer.root["/AcroForm"]
    writer.update_root()


def wider_gap(data: bytes) -> bytes:
    """Let the last signature leave out more than its own value."""
    at = data.rindex(b"/ByteRange")
    start = data.index(b"[", at)
    end = data.index(b"]", start)
    _, first, resume, rest = map(int, data[start + 1 : end].split())
    numbers = f"[0 {first} {resume + 100} {rest - 100}".encode()
    return data[:start] + numbers.ljust(end - start) + data[end:]


def shorter_range(data: bytes) -> bytes:
    """Let the last signature end before the file does."""
    at = data.rindex(b"/ByteRange")
    start = data.index(b"[", at)
    end = data.index(b"]", start)
    _, first, resume, rest = map(int, data[start + 1 : end].split())
    return (
        data[:start] + f"[0 {first} {resume} {rest - 60}".encode().ljust(end - start) + data[end:]
    )


def second_value(data: bytes) -> bytes:
    """State the value of the last signature twice in its dictionary."""
    at = data.rindex(b"/Contents <")
    return data[:at] + b"/Contents <00> " + data[at:]


def squeezed(data: bytes) -> bytes:
    """Put bytes between two revisions, where no reader looks."""
    at = data.index(b"%%EOF") + 6
    return data[:at] + b"% nothing to see here\n" + data[at:]
