from io import BytesIO

import pikepdf
import pytest

from app.signing.pdf_bodies import mentions, names_any, texts_in
from app.signing.pdf_reading import open_pdf


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (b"[12 0 R]", 1),
        (b"12 0 R 12 0 R 5 0 R", 2),
        (b"12\n0\tR", 1),
        (b"12 % a comment\n 0%\rR", 1),
        (b"0012 0 R", 1),
        (b"12 3 R", 1),
        (b"112 0 R", 0),
        (b"12 0 obj", 0),
        (b"120 R", 0),
    ],
)
def test_references_are_found_however_they_are_written(text, count):
    assert mentions(iter([text]), {12}) == count


def test_nothing_is_mentioned_where_nothing_is_looked_for():
    assert mentions(iter([b"12 0 R"]), set()) == 0


@pytest.mark.parametrize("text", [b"/S /Launch", b"/S/L#61unch", b"<</Launch 1>>", b"/#4Caunch/F"])
def test_names_are_found_escaped_or_not(text):
    assert names_any(iter([text]), {b"Launch"})


@pytest.mark.parametrize("text", [b"/Launches", b"Launch", b"/launch"])
def test_other_names_are_not(text):
    assert not names_any(iter([text]), {b"Launch"})


def test_packed_objects_are_unpacked(plain_pdf):
    output = BytesIO()
    with pikepdf.open(BytesIO(plain_pdf)) as pdf:
        pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    reader = open_pdf(output.getvalue())

    assert b"/AcroForm" not in output.getvalue()
    assert any(b"/AcroForm" in text for text in texts_in(reader, 0))


def test_each_revision_has_its_own_bytes(approved_pdf):
    reader = open_pdf(approved_pdf)
    raw = [next(texts_in(reader, each)) for each in range(reader.xrefs.total_revisions)]

    assert len(raw) == 3
    assert approved_pdf.startswith(b"".join(raw))
    assert [text.count(b"/ByteRange") for text in raw] == [0, 1, 1]
