"""A canonical archive depends on its content alone."""

import io
import zipfile

from app.export.word.canonical import canonical, parts_digest
from tests.integration.export.word.reading import names


def archive(*entries, date=(2026, 1, 2, 3, 4, 6), level=9):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as made:
        for name, data in entries:
            made.writestr(zipfile.ZipInfo(name, date), data)
    return buffer.getvalue()


A, B, TYPES = ("word/a.xml", b"a"), ("word/b.xml", b"b"), ("[Content_Types].xml", b"t")


def test_order_dates_and_compression_do_not_matter():
    one = canonical(archive(B, TYPES, A))
    other = canonical(archive(A, B, TYPES, date=(1999, 9, 9, 9, 9, 8), level=1))

    assert one == other


def test_the_content_types_come_first():
    assert names(canonical(archive(B, A, TYPES))) == ["[Content_Types].xml", A[0], B[0]]


def test_the_digest_of_the_parts_survives_another_compressor():
    assert parts_digest(archive(A, B, level=1)) == parts_digest(archive(B, A, level=9))


def test_the_digest_of_the_parts_sees_names_and_content():
    digests = {parts_digest(archive(entry)) for entry in (A, B, (A[0], b"b"), (B[0], b"a"))}

    assert len(digests) == 4


def test_no_entry_tells_where_or_when_it_was_made():
    with zipfile.ZipFile(io.BytesIO(canonical(archive(A, B)))) as made:
        told = {(e.create_system, e.date_time, e.external_attr >> 16) for e in made.infolist()}

    assert told == {(0, (1980, 1, 1, 0, 0, 0), 0o600)}
