from app.signing.word_package import read_package
from app.signing.word_signature_check import check_signature
from tests.integration.signing.samples import replacing, rezipped


def test_a_signature_cut_to_nothing_is_broken_and_no_error(signed_docx):
    name = "_xmlsignatures/sig1.xml"
    package = read_package(rezipped(signed_docx, {name: lambda content: b""}))

    report = check_signature(package, "/" + name, ())

    assert not report.intact
    assert report.certificate is None
    assert "cannot be relied on" in report.problems[0]


def test_a_signature_without_canonical_form_is_broken_and_no_error(signed_docx):
    name = "_xmlsignatures/sig1.xml"
    change = replacing("http://schemas.microsoft.com/office/2006/digsig", "relative")

    report = check_signature(read_package(rezipped(signed_docx, {name: change})), "/" + name, ())

    assert "no canonical form" in report.problems[0]


def test_a_signature_without_certificates_is_broken(signed_docx):
    import re

    name = "_xmlsignatures/sig1.xml"

    def strip(content):
        return re.sub(rb"<X509Data>.*</X509Data>", b"", content)

    report = check_signature(read_package(rezipped(signed_docx, {name: strip})), "/" + name, ())

    assert "carries no certificate" in report.problems[0]
