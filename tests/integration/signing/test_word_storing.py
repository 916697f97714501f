import zipfile
from io import BytesIO

from app.signing.word_package import read_package
from app.signing.word_storing import with_signature


def test_a_stored_signature_is_connected_and_typed(plain_docx):
    once = with_signature(read_package(plain_docx), b"<one/>", 1)
    twice = read_package(with_signature(read_package(once), b"<two/>", 2))

    assert twice.parts["/_xmlsignatures/sig1.xml"] == b"<one/>"
    assert twice.content_type("/_xmlsignatures/sig2.xml").endswith("xmlsignature+xml")
    assert twice.content_type("/_xmlsignatures/origin.sigs").endswith("signature-origin")
    assert twice.parts["/_rels/.rels"].count(b"origin.sigs") == 1
    assert twice.parts["/_xmlsignatures/_rels/origin.sigs.rels"].count(b"Target=") == 2


def test_the_zip_says_nothing_about_when_and_where(plain_docx):
    data = with_signature(read_package(plain_docx), b"<one/>", 1)

    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}
        assert archive.namelist()[0] == "[Content_Types].xml"
