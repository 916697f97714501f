import zipfile
from io import BytesIO

import pytest

from app.signing.word_package import BadPackageError, read_package

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="XML" ContentType="application/xml"/>'
    '<Override PartName="/a.xml" ContentType="text/a"/>{more}</Types>'
)
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def package(*members, more="", compression=zipfile.ZIP_DEFLATED):
    output = BytesIO()
    with zipfile.ZipFile(output, "w", compression) as archive:
        archive.writestr("[Content_Types].xml", TYPES.format(more=more))
        archive.writestr("_rels/.rels", RELS)
        for name, content in members:
            archive.writestr(name, content)
    return output.getvalue()


def test_parts_and_content_types_are_read():
    found = read_package(package(("a.xml", "<a/>"), ("b.xml", "<b/>"), ("c.bin", "c")))

    assert found.parts["/a.xml"] == b"<a/>"
    assert found.content_type("/a.xml") == "text/a"
    assert found.content_type("/b.xml") == "application/xml"
    assert found.content_type("/c.bin") == ""


@pytest.mark.parametrize("name", ["../a", "/a", "a\\b", "a//b", "a/./b", "C:a", "a\x01"])
def test_an_unsafe_name_is_refused(name):
    with pytest.raises(BadPackageError, match="unsafe name"):
        read_package(package((name, "x")))


def test_names_that_differ_only_in_case_are_refused():
    with pytest.raises(BadPackageError, match="same name"):
        read_package(package(("a.xml", "1"), ("A.xml", "2")))


def test_a_bomb_is_refused_while_it_unpacks():
    with pytest.raises(BadPackageError, match="more data"):
        read_package(package(("bomb.xml", b"\0" * (65 << 20))))


def test_too_many_parts_are_refused():
    members = [(f"{n}.xml", "") for n in range(2_001)]

    with pytest.raises(BadPackageError, match="more than"):
        read_package(package(*members, compression=zipfile.ZIP_STORED))


def test_an_unusual_compression_is_refused():
    with pytest.raises(BadPackageError, match="compressed"):
        read_package(package(("a.xml", "x" * 100), compression=zipfile.ZIP_BZIP2))


def test_a_content_type_declared_twice_is_refused():
    again = '<Override PartName="/A.xml" ContentType="text/b"/>'

    with pytest.raises(BadPackageError, match="twice"):
        read_package(package(("a.xml", "x"), more=again))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"x" + package()])
def test_what_is_no_zip_is_refused(data):
    with pytest.raises(BadPackageError):
        read_package(data)


def test_a_zip_without_content_types_is_refused():
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("a", "b")

    with pytest.raises(BadPackageError, match="Content_Types"):
        read_package(output.getvalue())


def test_a_zip_of_a_future_version_is_refused():
    data = package(("a.xml", "x"))
    central = data.index(b"PK\x01\x02")

    with pytest.raises(BadPackageError, match="damaged"):
        read_package(data[: central + 6] + b"\xd9" + data[central + 7 :])
