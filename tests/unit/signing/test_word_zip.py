import zipfile
from io import BytesIO

import pytest
from typing_extensions import override

from app.signing.word_zip import archive_fault


def packed(*names, streamed=False, comment=b""):
    """A zip with parts of these names; one that is streamed tells sizes after each part."""

    class Stream(BytesIO):
        @override
        def seekable(self):
            return not streamed

        @override
        def seek(self, *place):
            if streamed:
                raise OSError
            return super().seek(*place)

        @override
        def tell(self):
            if streamed:
                raise OSError
            return super().tell()

    output = Stream()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, name * 100)
        archive.comment = comment
    return output.getvalue()


def fault(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive_fault(data, archive.infolist())


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("names", [(), ("a",), ("a/", "a/b.xml", "c")])
def test_what_programs_write_has_no_fault(names, streamed):
    assert fault(packed(*names, streamed=streamed)) == ""


def test_extra_fields_are_no_fault():
    """Word keeps room for growth in them."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        entry = zipfile.ZipInfo("a")
        entry.extra = b"\x20\xa2\x04\x00\x00\x00\x00\x00"
        archive.writestr(entry, b"x")

    assert fault(output.getvalue()) == ""


@pytest.mark.parametrize("streamed", [False, True])
def test_bytes_after_the_directory_or_before_the_parts_are_a_fault(streamed):
    data = packed("a", "b", streamed=streamed)

    assert "before or after" in fault(b"x" + data)
    assert "after the end" in fault(data + b"x")
    assert "after the end" in fault(packed("a", comment=b"x" * 40))


def test_a_short_comment_cannot_pass_for_the_end():
    """A comment that itself looks like the last record of the zip."""
    data = packed("a", comment=b"PK\x05\x06" + bytes(18))

    assert archive_fault(data, ()) != ""


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06"])
def test_too_little_for_a_zip_is_a_fault(data):
    assert archive_fault(data, ()) != ""


def test_bytes_that_a_streamed_part_hides_are_a_fault():
    data = packed("a", "b", streamed=True)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        _, second = archive.infolist()
        second.header_offset += 3

        assert "hides" in archive_fault(data, archive.infolist())
