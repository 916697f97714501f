from dataclasses import dataclass
from pathlib import Path

import pytest

from app.services.countersigning import (
    Countersigning,
    NoFieldLeft,
    NotInWord,
    NotSignable,
    PreparedField,
    PreparedFile,
    Wish,
    chosen_field,
    statement_for,
)
from app.services.signing import UNSTAMPED, KeyFile, SigningError, Stamping
from app.services.verifying import FileKind
from tests.builders import NOON
from tests.fakes import FakeClock, FakeIdentities

KEY = KeyFile(Path("id.p12"), "secret")
PDF = PreparedFile(
    FileKind.PDF,
    tuple(PreparedField(name) for name in ("Approver", "Reviewer2", "Seal", "Author", "Reviewer")),
    "HW-IRP 1.0",
)
WORD = PreparedFile(FileKind.DOCX, (PreparedField("Seal"), PreparedField("Approver")))


def signed(file: PreparedFile, *names: str) -> PreparedFile:
    """The same with signatures in these fields."""
    fields = tuple(PreparedField(each.name, each.name in names) for each in file.fields)
    return PreparedFile(file.kind, fields, file.subject, untouched=False)


@dataclass
class Desk:
    file: PreparedFile

    def __post_init__(self):
        self.identities = FakeIdentities()
        self.signing = Countersigning(self.identities, FakeClock(), lambda data: self.file)

    def sign(self, field="", **wishes):
        return self.signing.sign(b"plan", Wish(KEY, field, **wishes))

    @property
    def said(self):
        return [each.text for each in self.identities.signer.statements]


def test_fields_are_signed_in_their_order():
    order = ("Seal", "Author", "Reviewer", "Reviewer2", "Approver")

    assert PDF.open_fields == order
    for at, name in enumerate(order):
        assert chosen_field(signed(PDF, *order[:at])) == name


def test_the_seal_of_an_untouched_file_certifies_it():
    made = Desk(PDF).sign()

    assert made.field == "Seal"
    assert made.signed.data == b"plan+pdf:Seal:True"


@pytest.mark.parametrize(
    ("file", "field"), [(PDF, "Author"), (signed(PDF, "Author"), "Seal"), (signed(PDF), "Seal")]
)
def test_nothing_else_certifies(file, field):
    assert Desk(file).sign(field).signed.data == f"plan+pdf:{field}:False".encode()


def test_a_field_may_be_named_however_it_is_capitalised():
    made = Desk(PDF).sign("reviewer2")

    assert (made.field, made.kind) == ("Reviewer2", FileKind.PDF)


def test_a_field_that_the_file_lacks_is_for_the_signer_to_refuse():
    assert chosen_field(PDF, "Witness") == "Witness"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("Seal", "Sealed: HW-IRP 1.0"),
        ("Author", "Authored: HW-IRP 1.0"),
        ("Reviewer2", "Reviewed: HW-IRP 1.0"),
        ("Approver", "Approved: HW-IRP 1.0"),
        ("Witness", "Signed: HW-IRP 1.0"),
    ],
)
def test_the_field_says_what_its_signature_means(field, words):
    desk = Desk(PDF)
    desk.sign(field)

    assert desk.said == [words]


def test_a_signer_may_say_it_otherwise():
    desk = Desk(PDF)
    desk.sign("Approver", role="CISO", meaning="Approved with conditions")

    assert desk.said == ["Approved with conditions as CISO: HW-IRP 1.0"]


def test_what_will_be_declared_can_be_shown_before():
    statement = statement_for(PDF, "Approver", NOON, Wish(KEY, role="CISO"))

    assert (statement.text, statement.signed_at) == ("Approved as CISO: HW-IRP 1.0", NOON)


def test_the_key_is_opened_for_this_moment_and_authority():
    desk, stamping = Desk(PDF), Stamping("https://tsa.example.org")
    desk.sign(stamping=stamping)
    desk.sign("Author")

    assert desk.identities.opened_at == [NOON, NOON]
    assert desk.identities.stampings == [stamping, UNSTAMPED]


def test_a_word_document_is_signed_on_its_lines():
    assert Desk(WORD).sign().signed.data == b"plan+word:Seal"
    assert Desk(signed(WORD, "Seal")).sign().signed.data == b"plan+word:Approver"
    assert Desk(WORD).sign("approver").field == "Approver"


@pytest.mark.parametrize("field", ["Author", "Reviewer", "Witness"])
def test_a_word_document_is_not_signed_by_other_roles(field):
    with pytest.raises(NotInWord, match=f"sign the PDF as {field}"):
        Desk(WORD).sign(field)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (signed(WORD, "Seal", "Approver"), "Everybody has signed"),
        (PreparedFile(FileKind.PDF), "no signature field"),
    ],
)
def test_a_file_without_an_open_field_is_refused(file, words):
    desk = Desk(file)

    with pytest.raises(NoFieldLeft, match=words):
        desk.sign()
    assert desk.identities.opened_at == []


def test_other_files_are_refused():
    with pytest.raises(NotSignable):
        Desk(PreparedFile(FileKind.OTHER)).sign()


def test_a_key_that_does_not_open_is_refused():
    desk = Desk(PDF)

    with pytest.raises(SigningError):
        desk.signing.sign(b"plan", Wish(KeyFile(Path("id.p12"), "wrong")))
