import shutil

import pytest

from app.cli.exits import FAILED, FINE, USAGE
from tests.integration.cli.running import irplan
from tests.integration.signing.samples import unsigned_pdf
from tests.integration.signing.word_samples import lined_docx


@pytest.fixture(scope="module")
def identity(tmp_path_factory, home):
    folder = tmp_path_factory.mktemp("signer")
    (folder / "secret.txt").write_text("correct horse battery\n", "utf-8")
    made = irplan(
        *("identity", "new", "--name", "Anna Keller", "--email", "anna@example.org"),
        *("--organisation", "Example Ltd", "--out", folder / "anna.p12"),
        *("--passphrase-file", folder / "secret.txt"),
    )
    assert made.code == FINE, made.err
    return folder / "anna.p12"


@pytest.fixture
def key(identity):
    return ("--sign", identity, "--passphrase-file", identity.with_name("secret.txt"))


@pytest.fixture(scope="module")
def sealed(identity):
    """A PDF and a Word document, both sealed."""
    for name, data in (("plan.pdf", unsigned_pdf()), ("plan.docx", lined_docx("Seal", "Approver"))):
        file = identity.with_name(name)
        file.write_bytes(data)
        key = ("--sign", identity, "--passphrase-file", identity.with_name("secret.txt"))
        assert "Field: Seal" in irplan("sign", file, *key, "--in-place").out
    return identity.parent


@pytest.fixture
def pdf(sealed, tmp_path):
    return shutil.copy(sealed / "plan.pdf", tmp_path / "plan.pdf")


@pytest.fixture
def word(sealed, tmp_path):
    return shutil.copy(sealed / "plan.docx", tmp_path / "plan.docx")


def test_the_next_field_is_signed_beside_the_file(pdf, key):
    before = pdf.read_bytes()

    run = irplan("sign", pdf, *key, "--role", "CISO")

    assert run.code == FINE, run.err
    made = pdf.with_name("plan.signed.pdf")
    assert f"Signed: {made}\nField: Author\nLevel: B-B\n" in run.out
    assert pdf.read_bytes() == before
    assert made.read_bytes().startswith(before)
    assert "Authored as CISO: " in irplan("verify", made).out


def test_the_next_signature_has_the_next_name(pdf, key):
    irplan("sign", pdf, *key)

    run = irplan("sign", pdf.with_name("plan.signed.pdf"), *key, "--field", "approver")

    assert "Field: Approver" in run.out
    assert pdf.with_name("plan.signed2.pdf").exists()


def test_a_file_is_replaced_when_that_is_asked_for(word, key):
    run = irplan("sign", word, *key, "--in-place")

    assert run.code == FINE, run.err
    assert "Field: Approver" in run.out
    assert list(word.parent.glob("*.docx")) == [word]
    assert irplan("verify", word).out.count("Integrity: intact") == 2


def test_a_server_that_is_down_is_noted(pdf, key):
    run = irplan("sign", pdf, *key, "--timestamp", "http://127.0.0.1:1/")

    assert run.code == FINE
    assert "Level: B-B\nNote: There is no time stamp" in run.out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--field", "Seal"), FAILED, "signing.field-signed"),
        (("--field", "Witness"), FAILED, "signing.field-missing"),
        (("--out", "SELF"), FAILED, "cli.file-stands"),
        (("--out", "x.pdf", "--in-place"), USAGE, "not allowed with"),
        (("--certificate", "none.crt"), FAILED, "signing.identity-missing"),
        (("--revocation", "none.crl"), FAILED, "signing.revocation"),
        (("--meaning", "Line\nbreak"), FAILED, "signing.statement"),
    ],
)
def test_refusals_leave_everything_as_it_was(pdf, key, words, code, told):
    before = pdf.read_bytes()

    run = irplan("sign", pdf, *key, *(str(pdf) if word == "SELF" else word for word in words))

    assert (run.code, run.out) == (code, "")
    assert told in run.err
    assert [file.name for file in pdf.parent.iterdir()] == ["plan.pdf"]
    assert pdf.read_bytes() == before


def test_a_word_document_is_not_signed_by_its_author(word, key):
    assert "signing.not-in-word" in irplan("sign", word, *key, "--field", "Author").err


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG"])
def test_other_files_are_not_signed(tmp_path, key, content):
    file = tmp_path / "notes.txt"
    file.write_bytes(content)

    run = irplan("sign", file, *key)

    assert (run.code, "signing.file-kind" in run.err) == (FAILED, True)


def test_something_to_sign_with_has_to_be_named(pdf):
    run = irplan("sign", pdf)

    assert (run.code, "cli.key-unclear" in run.err) == (FAILED, True)


def test_a_wrong_passphrase_signs_nothing(pdf, identity, tmp_path):
    (tmp_path / "other.txt").write_text("wrong horse\n")

    run = irplan("sign", pdf, "--sign", identity, "--passphrase-file", tmp_path / "other.txt")

    assert "signing.wrong-passphrase" in run.err
    assert not pdf.with_name("plan.signed.pdf").exists()
