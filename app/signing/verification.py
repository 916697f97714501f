"""Verifying a file of either kind: read it once, recognise it, judge it, report.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cryptography import x509

from app.services.proving.slots import ALL, Required
from app.services.verifying import FileKind, Verdict, VerificationReport, concluded
from app.signing.certificates import read_trusted
from app.signing.foreign_files import foreign, foreign_archive, kind_of, read_bytes
from app.signing.notes import EMPTY_FIELD, PROPERTIES, notes_for


def verify_file(
    path: Path, trusted: Sequence[bytes], required: Required = ALL
) -> VerificationReport:
    """The report on the file at `path`; see `app.services.verifying.Verifier`.

    Raises:
        CannotReadFileError: The file cannot be opened.
        FileTooLargeError: It exceeds `MAX_FILE_BYTES`.
        NotACertificateError: A trusted certificate is neither PEM nor DER.
    """
    certificates = read_trusted(trusted)
    data = read_bytes(path)
    kind = kind_of(data)
    digest = hashlib.sha256(data).hexdigest()
    blank = VerificationReport(path.name, kind, len(data), digest, Verdict.UNREADABLE)
    match kind:
        case FileKind.PDF:
            return _pdf_report(blank, data, certificates, required)
        case FileKind.DOCX:
            return _word_report(blank, data, certificates, required)
        case FileKind.OTHER:
            return replace(blank, problems=(foreign(data),))


def _pdf_report(
    blank: VerificationReport,
    data: bytes,
    trusted: Sequence[x509.Certificate],
    required: Required,
) -> VerificationReport:
    from app.signing.pdf_reading import UnreadablePdfError
    from app.signing.pdf_verify import verify_pdf

    try:
        findings = verify_pdf(data, trusted)
    except UnreadablePdfError as error:
        return replace(blank, problems=(f"The file is not a readable PDF: {_ended(error)}",))
    report = replace(
        blank,
        signatures=findings.signatures,
        unsigned_size=findings.unsigned_size,
        unsigned_sha256=findings.unsigned_sha256,
        document_stamps=findings.stamps,
        whole_file=findings.whole_file,
        problems=findings.problems,
        carried=findings.carried,
    )
    report = concluded(report, findings.prepared, required)
    empty = [EMPTY_FIELD] if report.signatures and report.empty_fields else []
    return replace(report, notes=notes_for(report, *empty, *findings.notes))


def _word_report(
    blank: VerificationReport,
    data: bytes,
    trusted: Sequence[x509.Certificate],
    required: Required,
) -> VerificationReport:
    from app.signing.word_carried import carried_by
    from app.signing.word_package import BadPackageError, read_package
    from app.signing.word_verify import verify_word

    try:
        findings = verify_word(data, trusted)
        carried = carried_by(read_package(data))
    except BadPackageError as error:
        said = f"The file is not a readable Word document: {_ended(error)}"
        return replace(blank, problems=(foreign_archive(data) or said,))
    report = replace(
        blank,
        signatures=findings.signatures,
        whole_file=any(one.holds for one in findings.signatures),
        problems=findings.problems,
        carried=carried,
    )
    report = concluded(report, findings.prepared, required)
    extra = [PROPERTIES] if report.signatures else []
    return replace(report, notes=notes_for(report, *extra))


def _ended(error: Exception) -> str:
    """Why, with a full stop."""
    return str(error).rstrip(".") + "."
