import re
import subprocess

import pikepdf
import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import load_pem_x509_certificate

from app.cli.exits import FAILED, FINDINGS, USAGE
from tests.integration.cli.running import irplan

WHO = ("--name", "Anna Keller", "--email", "anna@example.org", "--organisation", "Example Ltd")


def test_an_identity_and_its_certificate_are_made(tmp_path, secret):
    out = tmp_path / "anna.p12"

    run = irplan("identity", "new", *WHO, "--out", out, "--passphrase-file", secret)

    assert (run.code, run.err) == (0, "")
    key, certificate, _ = pkcs12.load_key_and_certificates(
        out.read_bytes(), b"correct horse battery"
    )
    assert key is not None
    assert certificate == load_pem_x509_certificate(out.with_suffix(".crt").read_bytes())
    assert certificate is not None
    (printed,) = re.findall(r"fingerprint: ([0-9A-F:]+)$", run.out, re.MULTILINE)
    assert bytes.fromhex(printed.replace(":", "")) == certificate.fingerprint(SHA256())


def test_an_existing_identity_is_never_overwritten(tmp_path, secret):
    out = tmp_path / "anna.p12"
    out.write_bytes(b"precious")

    run = irplan("identity", "new", *WHO, "--out", out, "--passphrase-file", secret)

    assert run.code == FAILED
    assert out.read_bytes() == b"precious"


def test_without_a_passphrase_nothing_is_made(tmp_path):
    out = tmp_path / "anna.p12"

    run = irplan("identity", "new", *WHO, "--out", out, "--passphrase-file", tmp_path / "none")

    assert run.code == FAILED
    assert run.err.startswith("irplan: signing.passphrase-missing: ")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def anna(tmp_path, secret):
    out = tmp_path / "anna.p12"
    run = irplan(
        *("identity", "new", *WHO, "--out", out, "--passphrase-file", secret),
        *("--sheet", tmp_path / "new.pdf"),
    )
    assert (run.code, run.err) == (0, "")
    return out


def words(path):
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(text.stdout.decode().split())


def test_a_new_identity_comes_with_its_sheet_if_wished(anna, tmp_path, tool):
    tool("pdftotext")

    shown = words(tmp_path / "new.pdf")

    certificate = load_pem_x509_certificate(anna.with_suffix(".crt").read_bytes())
    pairs = certificate.fingerprint(SHA256()).hex(":").upper()
    assert ":".join(re.findall(r"\b(?:[0-9A-F]{2}:){3}[0-9A-F]{2}\b", shown)) == pairs
    assert "openssl x509 -in anna.crt -noout -fingerprint -sha256" in shown
    assert "Self-signed" in shown


@pytest.mark.parametrize("file", ["anna.crt", "anna.p12"])
def test_a_sheet_is_made_of_what_is_there(anna, tmp_path, secret, tool, file):
    tool("pdftotext")
    out = tmp_path / "sheet.pdf"

    run = irplan(
        *("identity", "sheet", tmp_path / file, "--to", out, "--passphrase-file", secret),
        *("--language", "en-US"),
    )

    assert (run.code, run.err) == (0, "")
    assert "Anna Keller" in words(out)
    assert "Organization" in words(out)
    assert "-in anna.crt" in words(out)


def test_an_identity_says_whose_it_is_and_that_it_signs(anna, secret):
    run = irplan("identity", "show", anna, "--passphrase-file", secret)

    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Name: Anna Keller\nE-mail: anna@example.org\n")
    assert "Valid: 2026-11-21T12:00:00Z to 2029-11-21T11:59:59Z\n" in run.out
    assert run.out.endswith("Signs: yes\n")


def test_a_certificate_says_why_it_does_not_sign(anna):
    run = irplan("identity", "show", anna.with_suffix(".crt"))

    assert run.code == FINDINGS
    assert "Signs: no\n  The key is not in this file" in run.out


def test_what_is_no_identity_is_told_in_a_sentence(tmp_path, secret):
    (tmp_path / "x.p12").write_bytes(b"garbage")

    for command in (("show",), ("sheet", "--to", tmp_path / "s.pdf")):
        what, *more = command
        run = irplan("identity", what, tmp_path / "x.p12", *more, "--passphrase-file", secret)
        assert run.code == FAILED
        assert run.err.startswith("irplan: signing.identity-damaged: ")
    assert not (tmp_path / "s.pdf").exists()


def test_a_sheet_never_replaces_an_identity(anna, secret):
    before = anna.read_bytes()

    run = irplan("identity", "sheet", anna.with_suffix(".crt"), "--to", anna)

    assert run.code == USAGE
    assert "does not end in .pdf" in run.err
    assert anna.read_bytes() == before
