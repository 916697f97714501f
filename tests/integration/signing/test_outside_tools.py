"""What programs that know nothing of ours say about our signatures."""

import re
import subprocess
import zipfile

import pytest

from app.services.signing import Level, Stamping
from app.signing.signer import IdentitySigner
from tests.integration.signing.samples import FONT, statement


def run(*command, cwd=None):
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
    return done.returncode, done.stdout + done.stderr


def cut_out(data, number, folder):
    """The bytes that signature `number` covers, and its value, as an auditor cuts them out."""
    ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]", data)
    start, length, resume, rest = map(int, ranges[number])
    covered, value = folder / "covered.bin", folder / "signature.der"
    covered.write_bytes(data[start : start + length] + data[resume : resume + rest])
    value.write_bytes(bytes.fromhex(data[length + 1 : resume - 1].decode()))
    return covered, value


@pytest.fixture
def pdf(tmp_path, approved_pdf):
    path = tmp_path / "plan.pdf"
    path.write_bytes(approved_pdf)
    return path


def test_pdfsig_calls_both_signatures_valid(pdf, tool):
    _, output = run(tool("pdfsig"), str(pdf))

    assert output.count("Signature is Valid.") == 2
    assert output.count("Total document signed") == 1
    assert "Signature Type: ETSI.CAdES.detached" in output


def test_qpdf_finds_no_fault(pdf, tool):
    code, output = run(tool("qpdf"), "--check", str(pdf))

    assert code == 0, output


@pytest.mark.parametrize("number", [0, 1])
def test_openssl_verifies_each_signature(approved_pdf, tmp_path, tool, number):
    covered, value = cut_out(approved_pdf, number, tmp_path)

    code, output = run(
        *(tool("openssl"), "cms", "-verify", "-binary", "-inform", "DER", "-noverify"),
        *("-in", str(value), "-content", str(covered), "-out", "/dev/null"),
    )

    assert code == 0, output


def test_openssl_trusts_the_certificate_that_was_supplied(
    approved_pdf, tmp_path, tool, identity_file
):
    covered, value = cut_out(approved_pdf, 0, tmp_path)

    code, output = run(
        *(tool("openssl"), "cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any"),
        *("-CAfile", str(identity_file.with_suffix(".crt")), "-attime", "1795269787"),
        *("-in", str(value), "-content", str(covered), "-out", "/dev/null"),
    )

    assert code == 0, output


def test_openssl_refuses_changed_bytes(approved_pdf, tmp_path, tool):
    covered, value = cut_out(approved_pdf, 0, tmp_path)
    covered.write_bytes(covered.read_bytes().replace(b"ReportLab", b"ReportLib", 1))

    code, _ = run(
        *(tool("openssl"), "cms", "-verify", "-binary", "-inform", "DER", "-noverify"),
        *("-in", str(value), "-content", str(covered), "-out", "/dev/null"),
    )

    assert code != 0


@pytest.mark.parametrize("number", [1, 2])
def test_xmlsec_verifies_each_word_signature(twice_signed_docx, tmp_path, tool, number):
    path = tmp_path / "plan.docx"
    path.write_bytes(twice_signed_docx)
    with zipfile.ZipFile(path) as archive:
        part = archive.extract(f"_xmlsignatures/sig{number}.xml", tmp_path)

    code, output = run(
        *(tool("xmlsec1"), "--verify", "--ignore-manifests", "--insecure"),
        *("--id-attr:Id", "Object"),
        *("--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties"),
        part,
    )

    assert code == 0, output
    assert "SignedInfo References (ok/all): 3/3" in output


@pytest.mark.parametrize("level", [Level.B_T, Level.B_LT, Level.B_LTA])
def test_others_agree_at_each_level(plain_pdf, authority, server, tmp_path, tool, level):
    path, crl = tmp_path / "plan.pdf", tmp_path / "root.crl"
    crl.write_bytes(authority.revocations())
    data, stamping = plain_pdf, Stamping(server.at("/stamp"), level, (crl,))
    for field in ("Seal", "Approver"):
        signer = IdentitySigner(authority.person(), FONT, stamping)
        data = signer.sign_pdf(data, statement(), field=field, certify=field == "Seal").data
    path.write_bytes(data)

    _, said = run(tool("pdfsig"), str(path))
    code, checked = run(tool("qpdf"), "--check", str(path))
    covered, value = cut_out(data, 0, tmp_path)
    verified, output = run(
        *(tool("openssl"), "cms", "-verify", "-binary", "-inform", "DER", "-noverify"),
        *("-in", str(value), "-content", str(covered), "-out", "/dev/null"),
    )

    assert said.count("Signature is Valid.") == 2
    assert said.count("Total document signed") == 1
    assert code == 0, checked
    assert verified == 0, output
