"""Verifying a file of either kind: read it once, recognise it, judge it, report.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509

from app.services.verifying import FileKind, Verdict, VerificationReport, judge
from app.signing.certificates import read_trusted
from app.signing.errors import CannotReadFileError, FileTooLargeError
from app.signing.notes import EMPTY_FIELD, PROPERTIES, notes_for

MAX_FILE_BYTES = 200 << 20
"""A plan with attachments stays far below."""


def verify_file(path: Path, trusted: Sequence[bytes]) -> VerificationReport:
    """The report on the file at `path`; see `app.services.verifying.Verifier`.

    Raises:
        CannotReadFileError: The file cannot be opened.
        FileTooLargeError: It exceeds `MAX_FILE_BYTES`.
        NotACertificateError: A trusted certificate is neither PEM nor DER.
    """
    certificates = read_trusted(trusted)
    data = _read(path)
    match _kind(data):
        case FileKind.PDF:
            return _pdf_report(path.name, data, certificates)
        case FileKind.DOCX:
            return _word_report(path.name, data, certificates)
        case FileKind.OTHER:
            sentence = "The file is empty." if not data else "The file is no PDF and no Word file."
            return _unreadable(path.name, data, FileKind.OTHER, sentence)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise CannotReadFileError(
            f"{path.name} cannot be opened ({error.strerror}): check the path and try again.",
            file=str(path),
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise FileTooLargeError(
            f"{path.name} is larger than {MAX_FILE_BYTES >> 20} MB: choose the exported plan.",
            file=str(path),
        )
    return data


def _kind(data: bytes) -> FileKind:
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    if data.startswith(b"PK\x03\x04"):
        return FileKind.DOCX
    return FileKind.OTHER


def _pdf_report(name: str, data: bytes, trusted: Sequence[x509.Certificate]) -> VerificationReport:
    from app.signing.pdf_reading import UnreadablePdfError
    from app.signing.pdf_verify import verify_pdf

    try:
        findings = verify_pdf(data, trusted)
    except UnreadablePdfError as error:
        sentence = f"The file is not a readable PDF: {error}"
        return _unreadable(name, data, FileKind.PDF, sentence)
    extra = [EMPTY_FIELD] if findings.signatures and findings.empty_fields else []
    return VerificationReport(
        file=name,
        kind=FileKind.PDF,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        verdict=judge(findings.signatures, findings.problems),
        signatures=findings.signatures,
        unsigned_size=findings.unsigned_size,
        unsigned_sha256=findings.unsigned_sha256,
        empty_fields=findings.empty_fields,
        problems=findings.problems,
        notes=notes_for(findings.signatures, *extra),
    )


def _word_report(name: str, data: bytes, trusted: Sequence[x509.Certificate]) -> VerificationReport:
    from app.signing.word_package import BadPackageError
    from app.signing.word_verify import verify_word

    try:
        findings = verify_word(data, trusted)
    except BadPackageError as error:
        sentence = f"The file is not a readable Word document: {error}"
        return _unreadable(name, data, FileKind.DOCX, sentence)
    extra = [PROPERTIES] if findings.signatures else []
    return VerificationReport(
        file=name,
        kind=FileKind.DOCX,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        verdict=judge(findings.signatures, findings.problems),
        signatures=findings.signatures,
        problems=findings.problems,
        notes=notes_for(findings.signatures, *extra),
    )


def _unreadable(name: str, data: bytes, kind: FileKind, sentence: str) -> VerificationReport:
    return VerificationReport(
        file=name,
        kind=kind,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        verdict=Verdict.UNREADABLE,
        problems=(sentence,),
    )
