"""Signing a file that was exported before, in the field that is next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from app.domain.document.signature_fields import SignatureRole, role_of, signing_order
from app.services.clock import Clock
from app.services.signing import (
    UNSTAMPED,
    Identities,
    Key,
    SignedData,
    Signer,
    SigningError,
    Stamping,
    Statement,
)
from app.services.verifying import FileKind

MEANINGS: Final = {
    SignatureRole.SEAL: "Sealed",
    SignatureRole.AUTHOR: "Authored",
    SignatureRole.REVIEWER: "Reviewed",
    SignatureRole.APPROVER: "Approved",
}
"""What a signature in a field of each role declares, unless its signer says otherwise."""
SIGNED: Final = "Signed"
"""The same for a field that another program has prepared."""
IN_WORD: Final = (SignatureRole.SEAL, SignatureRole.APPROVER)
"""Who signs a Word document; all others sign the PDF."""


class NotSignable(SigningError):
    """The file is neither a PDF nor a Word document."""

    code: ClassVar[str] = "signing.file-kind"


class NoFieldLeft(SigningError):
    """Every prepared field is signed, or there is none."""

    code: ClassVar[str] = "signing.no-field-left"


class NotInWord(SigningError):
    """A Word document is not signed by this role."""

    code: ClassVar[str] = "signing.not-in-word"


@dataclass(frozen=True, slots=True)
class PreparedField:
    """A field that somebody signs in, and whether somebody has."""

    name: str
    signed: bool = False


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """What a file has prepared for those who sign it.

    `subject` is what it is about, in the words of its earlier signatures or its title; `untouched`
    is whether nothing was signed or stamped in it yet, so that a seal can still certify it.
    """

    kind: FileKind
    fields: tuple[PreparedField, ...] = ()
    subject: str = ""
    untouched: bool = True

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The names of the fields that nobody has signed, in the order of signing."""
        names = (each.name for each in self.fields if not each.signed)
        return tuple(sorted(names, key=signing_order))


Prepared = Callable[[bytes], PreparedFile]
"""Looks into a file; raises `IrplanError` where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants to sign with what, and where; a blank `field` is the next one.

    `role` is the signer's in the organisation; a blank `meaning` is the field's.
    """

    key: Key
    field: str = ""
    stamping: Stamping = UNSTAMPED
    role: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Countersigned:
    """The signed file, and the field that was signed."""

    signed: SignedData
    field: str
    kind: FileKind


class Countersigning:
    """Signs exported files, of which nothing is known but their bytes."""

    def __init__(self, identities: Identities, clock: Clock, prepared: Prepared) -> None:
        self._identities = identities
        self._clock = clock
        self._prepared = prepared

    def look(self, data: bytes) -> PreparedFile:
        """What the file in `data` has prepared.

        Raises:
            NotSignable: It is neither a PDF nor a Word document.
            IrplanError: It cannot be read.
        """
        file = self._prepared(data)
        if file.kind is FileKind.OTHER:
            raise NotSignable("Only PDF and Word files are signed: choose an exported document.")
        return file

    def sign(self, data: bytes, wish: Wish) -> Countersigned:
        """The file in `data` with one signature more.

        Raises:
            NotSignable: It is neither a PDF nor a Word document.
            NoFieldLeft: Everybody has signed.
            NotInWord: The field named is not one of a Word document's.
            SigningError: The key does not serve, or the signature would not be valid.
            IrplanError: The file cannot be read.
        """
        file = self.look(data)
        field = chosen_field(file, wish.field)
        when = self._clock.now().replace(microsecond=0)
        statement = statement_for(file, field, when, wish)
        signer = self._identities.open(wish.key, when, wish.stamping)
        return Countersigned(_signed(signer, data, file, statement, field), field, file.kind)


def chosen_field(file: PreparedFile, wanted: str = "") -> str:
    """The field to sign: `wanted`, however it is capitalised, or the next that nobody has signed.

    Raises:
        NoFieldLeft: Everybody has signed, or the file has no fields.
        NotInWord: `wanted` is not one of a Word document's.
    """
    named = {each.name.casefold(): each.name for each in file.fields}
    if wanted:
        if file.kind is FileKind.DOCX and wanted.casefold() not in named:
            raise NotInWord(
                f"A Word document is signed as {_either(IN_WORD)}: sign the PDF as {wanted}.",
                field=wanted,
            )
        return named.get(wanted.casefold(), wanted)
    if not file.open_fields:
        why = "Everybody has signed this file" if file.fields else "The file has no signature field"
        raise NoFieldLeft(f"{why}: export the plan again to have it signed anew.")
    return file.open_fields[0]


def statement_for(file: PreparedFile, field: str, when: datetime, wish: Wish) -> Statement:
    """What a signature in `field` at `when` declares, to be shown before it is made."""
    role = role_of(field)
    meaning = wish.meaning or (SIGNED if role is None else MEANINGS[role])
    return Statement(when, meaning, file.subject, wish.role)


def _signed(
    signer: Signer, data: bytes, file: PreparedFile, statement: Statement, field: str
) -> SignedData:
    if file.kind is FileKind.DOCX:
        return signer.sign_word(data, statement, line=field)
    certify = file.untouched and role_of(field) is SignatureRole.SEAL
    return signer.sign_pdf(data, statement, field=field, certify=certify)


def _either(roles: tuple[SignatureRole, ...]) -> str:
    return " or ".join(role.value for role in roles)
