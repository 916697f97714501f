"""The quick answer is never kinder than the long comparison."""

from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from app.services.proving.slots import NONE
from app.services.verifying import Verdict
from app.signing import pdf_cms
from app.signing.pdf_filling import only_signed_since
from app.signing.pdf_reading import open_pdf
from tests.integration.signing import tampering
from tests.integration.signing.samples import statement, unsigned_pdf

CHANGES = [
    *(tampering.overlaid, tampering.annotated, tampering.retitled, tampering.paged),
    *(tampering.renamed, tampering.released, tampering.launching, tampering.scripted),
    *(tampering.attached, tampering.moved, tampering.repictured, tampering.removed),
    *(tampering.unformed,),
]


def quick(data):
    """The answer for what follows the seal, which is the second revision."""
    return only_signed_since(open_pdf(data), 1)


def updated(data, change):
    """The file with a revision that leaves the properties alone, unlike pyHanko's own."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    writer._update_meta = lambda: None  # type: ignore[method-assign]
    change(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def test_signatures_alone_are_told_at_once(approved_pdf, sealed_pdf):
    assert quick(approved_pdf)
    assert quick(sealed_pdf)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_everything_else_takes_the_longer_look(sealed_pdf, change):
    assert not quick(updated(sealed_pdf, change))


def test_both_ways_agree_about_signatures(approved_pdf, verify_bytes, monkeypatch):
    fast = verify_bytes(approved_pdf, required=NONE)
    monkeypatch.setattr(pdf_cms, "only_signed_since", lambda *_: False)

    assert verify_bytes(approved_pdf, required=NONE) == fast


def test_an_object_that_the_signed_pages_waited_for_is_noticed(ada, verify_bytes):
    """The signed page shows an object that does not exist yet; a later revision brings it."""
    awaited = 4000

    def waits(writer):
        page = writer.root["/Pages"]["/Kids"][0]
        drawn = page.raw_get("/Contents")
        page["/Contents"] = generic.ArrayObject(
            [drawn, generic.IndirectObject(awaited, 0, writer.prev)]
        )
        writer.update_container(page)

    sealed = ada.sign_pdf(updated(unsigned_pdf(), waits), statement(), field="Seal").data
    data = _with_object(sealed, awaited, b"<</Length 18>>\nstream\n0 0 300 300 re f  \nendstream")

    assert not quick(data)
    assert verify_bytes(data, required=NONE).verdict is Verdict.INVALID


def _with_object(data, number, body):
    """The file with a revision that does nothing but define one object."""
    at = len(data)
    written = data + b"%d 0 obj\n%b\nendobj\n" % (number, body)
    previous = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    root = open_pdf(data).root_ref.idnum
    table = b"xref\n0 0\n%d 1\n%010d 00000 n \n" % (number, at)
    trailer = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (number + 1, root, previous)
    return written + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(written)


def test_a_field_signed_with_a_moved_box_is_no_plain_signing(approved_pdf, sealed_pdf):
    def enlarged(writer):
        field = writer.root["/AcroForm"]["/Fields"][1]
        field["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 700)))
        field["/V"] = writer.add_object(
            generic.DictionaryObject({pdf_name("/Type"): pdf_name("/Sig")})
        )
        writer.update_container(field)

    assert not quick(updated(sealed_pdf, enlarged))


@pytest.mark.parametrize(("box", "plain"), [((0, 0, 0, 0), True), ((0, 0, 300, 300), False)])
def test_a_new_field_may_come_only_where_nobody_sees_it(sealed_pdf, box, plain):
    def added(writer):
        field = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/Widget"),
                pdf_name("/FT"): pdf_name("/Sig"),
                pdf_name("/T"): generic.pdf_string("Stamp"),
                pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, box)),
            }
        )
        writer.root["/AcroForm"]["/Fields"].append(writer.add_object(field))
        writer.update_container(writer.root["/AcroForm"])

    assert quick(updated(sealed_pdf, added)) is plain


def test_a_long_plan_is_answered_without_reading_every_object(sealed_pdf, monkeypatch):
    reader = open_pdf(sealed_pdf)
    read = []
    original = type(reader).get_object

    def counted(*args, **more):
        read.append(args)
        return original(*args, **more)

    monkeypatch.setattr(type(reader), "get_object", counted)

    only_signed_since(reader, reader.embedded_signatures[0].signed_revision)

    assert len(read) < 60
    assert isinstance(reader.stream, BytesIO)
