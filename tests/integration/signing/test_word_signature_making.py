"""Every kind of signature that is made here, before verifiers that others wrote."""

import subprocess
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from app.services.signing import Stamping
from app.signing.signer import IdentitySigner
from app.signing.word_package import read_package
from app.signing.word_signature_making import signature
from tests.integration.signing.independent import opinion
from tests.integration.signing.samples import FONT, made_identity, statement
from tests.integration.signing.word_authority import Authority, served
from tests.integration.signing.word_forging import SIG
from tests.integration.signing.word_samples import lined_docx


@pytest.fixture(scope="module")
def stamping():
    with served(Authority()) as address:
        yield Stamping(address)


@pytest.fixture(scope="module", params=["invisible", "on a line", "elliptic curve", "with issuer"])
def signed(request, stamping):
    """A stamped signature of each kind."""
    root = made_identity(name="Root", ca=True, usage="key_cert_sign")
    identity = {
        "elliptic curve": lambda: made_identity(key=ec.generate_private_key(ec.SECP384R1())),
        "with issuer": lambda: made_identity(issuer=root),
    }.get(request.param, made_identity)()
    line = "Approver" if request.param == "on a line" else ""
    signer = IdentitySigner(identity, FONT, stamping)
    return signer.sign_word(lined_docx("Seal", "Approver"), statement(), line=line).data


def test_bergshamra_accepts_it_and_every_part(signed):
    found = opinion(signed)

    assert found.valid
    assert "/word/document.xml" in found.agreed
    assert "/word/media/line1.png" in found.agreed


def test_xmlsec_accepts_it(signed, tmp_path, tool):
    path = tmp_path / "plan.docx"
    path.write_bytes(signed)
    with zipfile.ZipFile(path) as archive:
        part = archive.extract(SIG, tmp_path)

    done = subprocess.run(
        [
            *(tool("xmlsec1"), "--verify", "--ignore-manifests", "--insecure"),
            *("--id-attr:Id", "Object"),
            *("--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties"),
            part,
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    count = 5 if b"idValidSigLnImg" in read_package(signed).parts[f"/{SIG}"] else 3
    assert f"SignedInfo References (ok/all): {count}/{count}" in done.stderr


def test_word_finds_nothing_wrong_with_a_signed_file(signed, tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "plan.docx"
    path.write_bytes(signed)

    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_a_signature_for_no_line_shows_nothing(plain_docx):
    root = signature(read_package(plain_docx), made_identity(), statement())

    assert [each.get("Id") for each in root][-3:] == ["idPackageObject", "idOfficeObject", None]
