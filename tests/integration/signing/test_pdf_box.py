from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

from app.signing.pdf_box import Box, field_box


def test_a_field_has_the_size_of_its_rectangle(plain_pdf):
    reader = PdfFileReader(BytesIO(plain_pdf))

    assert field_box(reader, "Author") == Box(220, 60)


def test_a_rectangle_may_be_given_from_any_corner(plain_pdf):
    turned = plain_pdf.replace(b"72 700 292 760", b"292 760 72 700")
    assert turned != plain_pdf

    assert field_box(PdfFileReader(BytesIO(turned)), "Seal") == Box(220, 60)


def test_a_field_that_is_not_there_has_no_size(plain_pdf):
    assert field_box(PdfFileReader(BytesIO(plain_pdf)), "Witness") == Box(0, 0)
