from copy import deepcopy

from app.signing.word_names import NAMESPACES
from app.signing.word_package import read_package
from app.signing.word_signature_check import Judge
from tests.integration.signing.samples import replacing, rezipped, statement
from tests.integration.signing.word_forging import SIG, one, resigned


def test_a_signature_cut_to_nothing_is_broken_and_no_error(signed_docx):
    name = "_xmlsignatures/sig1.xml"
    package = read_package(rezipped(signed_docx, {name: lambda content: b""}))

    report = Judge(package, (), ()).report("/" + name)

    assert not report.intact
    assert report.certificate is None
    assert "cannot be relied on" in report.problems[0]


def test_a_signature_without_canonical_form_is_broken_and_no_error(signed_docx):
    name = "_xmlsignatures/sig1.xml"
    change = replacing("http://schemas.microsoft.com/office/2006/digsig", "relative")

    package = read_package(rezipped(signed_docx, {name: change}))
    report = Judge(package, (), ()).report("/" + name)

    assert "no canonical form" in report.problems[0]


def test_a_signature_without_certificates_is_broken(signed_docx):
    import re

    name = "_xmlsignatures/sig1.xml"

    def strip(content):
        return re.sub(rb"<X509Data>.*</X509Data>", b"", content)

    package = read_package(rezipped(signed_docx, {name: strip}))
    report = Judge(package, (), ()).report("/" + name)

    assert "carries no certificate" in report.problems[0]


def test_the_package_object_is_known_by_its_manifest_not_by_its_id(plain_docx, grace):
    """LibreOffice makes every id unique."""

    def change(root):
        for element in root.iter():
            if element.get("Id", "").startswith("id"):
                element.set("Id", element.get("Id") + "_ID_0042")
        for reference in root.iterfind("ds:SignedInfo/ds:Reference", NAMESPACES):
            reference.set("URI", reference.get("URI") + "_ID_0042")

    signed = grace.sign_word(plain_docx, statement()).data
    report = Judge(read_package(resigned(signed, grace, change)), (), ()).report(f"/{SIG}")

    assert report.holds
    assert report.meaning == "Approved as CISO: MGC-IRP-001 version 3.0"


def test_two_manifests_sign_no_package(plain_docx, grace):
    def change(root):
        second = deepcopy(one(root, "ds:Object/ds:Manifest"))
        one(root, "ds:Object").append(second)

    signed = grace.sign_word(plain_docx, statement()).data
    report = Judge(read_package(resigned(signed, grace, change)), (), ()).report(f"/{SIG}")

    assert "does not sign the package" in report.problems[0]
