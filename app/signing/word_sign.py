"""Signing a Word package: XML-DSig over a manifest of its parts, with XAdES properties.

ECMA-376 part 2, clause 13; MS-OFFCRYPTO 2.5.2; ETSI TS 101 903. Imports lxml; itself imported
only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from app.services.signing import UNSTAMPED, Level, SignedData, Stamping, Statement
from app.signing.errors import (
    ChangedSinceSigningError,
    FieldSignedError,
    NotAWordFileError,
    TimeStampError,
    TooManySignaturesError,
)
from app.signing.identity import Identity
from app.signing.safe_xml import BadXmlError, document
from app.signing.time_stamp import token_for, unstamped
from app.signing.word_lines import Line, prepared_lines
from app.signing.word_package import BadPackageError, Package, read_package
from app.signing.word_signature_making import SignedLine, signature
from app.signing.word_stamping import add_stamp, stamped_bytes
from app.signing.word_storing import with_signature
from app.signing.word_verify import WordFindings, verify_package

MAX_SIGNATURES = 2
"""LibreOffice misreads a third: it shares one table of ids, which Word wants equal in all."""
NO_REVOCATION = (
    "A signature in a Word file carries no proof that certificates were not revoked: "
    f"it reaches {Level.B_T}."
)


@dataclass(frozen=True, slots=True)
class WordPlacement:
    """Where in a document to sign, and how.

    `line` names a signature line, blank for none. It is set in the TrueType file `font`, and in
    `fallback` what that one lacks.
    """

    font: Path
    line: str = ""
    stamping: Stamping = UNSTAMPED
    fallback: Path | None = None


def sign_word(
    data: bytes, identity: Identity, statement: Statement, placement: WordPlacement
) -> SignedData:
    """The package with one signature more; the bytes of every signed part stay as they are.

    A document without that line is signed invisibly; a time-stamp server that does not answer
    leaves the signature without a stamp. Both are remarks.

    Raises:
        NotAWordFileError: The bytes cannot be read as an Office package.
        TooManySignaturesError: It has `MAX_SIGNATURES` already.
        ChangedSinceSigningError: An earlier signature no longer holds.
        FieldSignedError: Somebody has signed on that line.
    """
    try:
        package = read_package(data)
        findings = _checked(package, placement)
        line = _line(package, placement.line)
        drawn = SignedLine(line, placement.font, placement.fallback) if line else None
        root = signature(package, identity, statement, drawn)
        level, remarks = _stamped(root, placement.stamping)
        signed = with_signature(package, document(root), len(findings.signatures) + 1)
    except (BadPackageError, BadXmlError) as error:
        raise NotAWordFileError(
            f"The document is damaged or not a Word file ({error}): export it again, then sign it."
        ) from error
    return SignedData(signed, level, (*_line_remarks(placement.line, line), *remarks))


def _checked(package: Package, placement: WordPlacement) -> WordFindings:
    findings = verify_package(package, ())
    if findings.problems or not all(signature.holds for signature in findings.signatures):
        raise ChangedSinceSigningError(
            "The Word document was changed after it was signed: sign the original instead."
        )
    if placement.line and any(each.slot == placement.line for each in findings.signatures):
        raise FieldSignedError(
            f"Somebody has signed on the line {placement.line} already: choose another.",
            field=placement.line,
        )
    if len(findings.signatures) >= MAX_SIGNATURES:
        raise TooManySignaturesError(
            f"A Word document takes {MAX_SIGNATURES} signatures: collect the others on the PDF."
        )
    return findings


def _line(package: Package, name: str) -> Line | None:
    return next((line for line in prepared_lines(package) if line.field == name), None)


def _line_remarks(wanted: str, line: Line | None) -> Sequence[str]:
    if not wanted or line is not None:
        return ()
    return (
        f"The Word file has no signature line {wanted}: its signature does not show on a page, "
        "but Word and LibreOffice list it.",
    )


def _stamped(root: etree._Element, stamping: Stamping) -> tuple[Level, Sequence[str]]:
    """Put a time stamp into the signature `root` if one was asked for and can be had."""
    if not stamping.authority or stamping.level is Level.B_B:
        return Level.B_B, ()
    try:
        add_stamp(root, token_for(stamped_bytes(root), stamping.authority))
    except TimeStampError as error:
        return Level.B_B, (unstamped(error),)
    more = stamping.level is not Level.B_T
    return Level.B_T, (NO_REVOCATION,) if more else ()
