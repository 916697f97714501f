"""The port for verifying a signed file, as a report that people and programs can read."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.services.signing import CertificateFacts

REPORT_FORMAT = "irplan-verification/1"
"""Names the keys of `VerificationReport.to_json`; the digit grows when one changes meaning."""

TIME_SOURCE_SIGNER = "signer's clock"
"""No time-stamp authority vouched for the time."""


class Verdict(StrEnum):
    """The answer to "may I rely on this file?"."""

    VALID = "valid"
    """Every signature is intact, covers the file, and its certificate was supplied as trusted."""
    VALID_UNTRUSTED = "valid-untrusted"
    """As VALID, but at least one certificate is not vouched for by the supplied ones."""
    INVALID = "invalid"
    """Something was changed after signing, or a signature cannot be relied on."""
    UNSIGNED = "unsigned"
    """The file can be read and carries no signature."""
    UNREADABLE = "unreadable"
    """The file is damaged, or neither a PDF nor a Word document."""


class FileKind(StrEnum):
    """What the bytes are, whatever the file is called."""

    PDF = "pdf"
    DOCX = "docx"
    OTHER = "other"


class Coverage(StrEnum):
    """How much of the file one signature protects."""

    WHOLE_FILE = "whole file"
    EARLIER_REVISION = "whole file as it was then; bytes were appended after"
    PARTIAL = "only part of the file"


class Trust(StrEnum):
    """What ties the signer's certificate to the certificates the reader supplied."""

    NONE = "not checked against a trust list"
    SUPPLIED = "checked against the certificate you supplied"
    ISSUER_SUPPLIED = "checked against the issuer you supplied"


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What one signature says, and whether it still holds."""

    field: str
    """The PDF's field, or the DOCX package's signature part."""
    meaning: str
    role: str
    """Blank when the signer claimed none."""
    location: str
    signed_at: datetime | None
    """UTC, as claimed; None when the signature names no time."""
    time_source: str
    certificate: CertificateFacts | None
    """None when the signature carries no readable certificate."""
    trust: Trust
    intact: bool
    """The signature value and every digest under it are right."""
    coverage: Coverage
    changes_after: str
    """A sentence about what was added later; blank when nothing was."""
    problems: tuple[str, ...]
    """Sentences; empty means that the signature holds."""
    remarks: tuple[str, ...] = ()
    """Sentences that do not change the verdict."""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the signature; trust is a separate question."""
        return self.intact and not self.problems

    @property
    def level(self) -> str:
        """The level claimed, in words: never "qualified", which is not checked here."""
        if self.certificate is None:
            return "none, no certificate to go by"
        issuer = "self-signed" if self.certificate.self_signed else "issued by another party"
        return f"advanced, certificate {issuer}, {self.trust.value}"

    def to_json(self) -> dict[str, object]:
        """The signature with stable keys; an unknown time or certificate is null."""
        return {
            "field": self.field,
            "meaning": self.meaning,
            "role": self.role,
            "location": self.location,
            "signed_at": None if self.signed_at is None else utc_text(self.signed_at),
            "time_source": self.time_source,
            "certificate": None if self.certificate is None else _certificate(self.certificate),
            "level": self.level,
            "trust": self.trust.name.lower(),
            "intact": self.intact,
            "holds": self.holds,
            "coverage": self.coverage.name.lower(),
            "changes_after": self.changes_after,
            "problems": list(self.problems),
            "remarks": list(self.remarks),
        }

    def lines(self) -> tuple[str, ...]:
        """The signature as indented lines of text, with times in UTC."""
        rows = [f"Signature: {self.field}"]
        rows += [f"  {label}: {_one_line(value)}" for label, value in self._facts() if value]
        rows += [f"  PROBLEM: {_one_line(problem)}" for problem in self.problems]
        rows += [f"  Remark: {_one_line(remark)}" for remark in self.remarks]
        return tuple(rows)

    def _facts(self) -> list[tuple[str, str]]:
        when = "not stated" if self.signed_at is None else utc_text(self.signed_at)
        return [
            *_certificate_rows(self.certificate),
            ("Meaning", self.meaning),
            ("Role claimed", self.role),
            ("Place claimed", self.location),
            ("Signed at", f"{when} ({self.time_source})"),
            ("Level", self.level),
            ("Integrity", "intact" if self.intact else "BROKEN"),
            ("Covers", self.coverage.value),
            ("Changes after", self.changes_after or "none"),
        ]


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """One file's verdict and everything it rests on."""

    file: str
    """The file's name, without its folder."""
    kind: FileKind
    size: int
    """Bytes."""
    sha256: str
    verdict: Verdict
    signatures: tuple[SignatureReport, ...] = ()
    unsigned_size: int | None = None
    """PDF: bytes of the file as it was before its first signature; None where unknown."""
    unsigned_sha256: str = ""
    """SHA-256 of those first bytes; blank where unknown."""
    empty_fields: tuple[str, ...] = ()
    """PDF signature fields in which nobody has signed."""
    problems: tuple[str, ...] = ()
    """Sentences about the file as a whole."""
    notes: tuple[str, ...] = ()
    """What was NOT checked, and what the reader should know."""

    def to_json(self) -> dict[str, object]:
        """The report with stable keys, ready for `json.dumps`."""
        return {
            "format": REPORT_FORMAT,
            "file": self.file,
            "kind": self.kind.value,
            "size": self.size,
            "sha256": self.sha256,
            "verdict": self.verdict.value,
            "unsigned_size": self.unsigned_size,
            "unsigned_sha256": self.unsigned_sha256 or None,
            "signatures": [signature.to_json() for signature in self.signatures],
            "empty_fields": list(self.empty_fields),
            "problems": list(self.problems),
            "notes": list(self.notes),
        }

    def lines(self) -> tuple[str, ...]:
        """The report as plain text, one item a line, with times in UTC."""
        rows = [
            f"File: {_one_line(self.file)}",
            f"Verdict: {self.verdict.value.upper()}",
            f"Kind: {self.kind.value}, {self.size} bytes",
            f"SHA-256: {self.sha256}",
        ]
        if self.unsigned_size is not None:
            rows.append(
                f"Before signing: first {self.unsigned_size} bytes, SHA-256 {self.unsigned_sha256}"
            )
        rows += [f"PROBLEM: {_one_line(problem)}" for problem in self.problems]
        for signature in self.signatures:
            rows += signature.lines()
        rows += [f"Empty field: {_one_line(field)}" for field in self.empty_fields]
        rows += [f"Note: {_one_line(note)}" for note in self.notes]
        return tuple(rows)


class Verifier(Protocol):
    """Judges a file from its bytes alone: no network, no clock, no plan."""

    def __call__(self, path: Path, trusted: Sequence[bytes] = ()) -> VerificationReport:
        """Verify the file at `path` against certificates in PEM or DER form.

        A damaged or foreign file is a report (UNREADABLE), not an error.

        Raises:
            IrplanError: The file cannot be opened, or a trusted certificate is not one.
        """
        ...


def judge(signatures: Sequence[SignatureReport], problems: Sequence[str] = ()) -> Verdict:
    """The verdict over all signatures of a readable file and its problems as a whole."""
    if problems or not all(signature.holds for signature in signatures):
        return Verdict.INVALID
    if not signatures:
        return Verdict.UNSIGNED
    if any(signature.trust is Trust.NONE for signature in signatures):
        return Verdict.VALID_UNTRUSTED
    return Verdict.VALID


def utc_text(moment: datetime) -> str:
    """An aware UTC moment as `2026-11-21T14:03:07Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _certificate(facts: CertificateFacts) -> dict[str, object]:
    return {
        "name": facts.name,
        "email": facts.email,
        "organisation": facts.organisation,
        "subject": facts.subject,
        "issuer": facts.issuer,
        "serial": facts.serial,
        "sha256_fingerprint": facts.fingerprint,
        "valid_from": utc_text(facts.valid_from),
        "valid_until": utc_text(facts.valid_until),
        "self_signed": facts.self_signed,
    }


def _certificate_rows(facts: CertificateFacts | None) -> list[tuple[str, str]]:
    if facts is None:
        return [("Signer", "unknown")]
    validity = f"{utc_text(facts.valid_from)} to {utc_text(facts.valid_until)}"
    return [
        ("Signer", facts.name),
        ("E-mail", facts.email),
        ("Organisation", facts.organisation),
        ("Certificate", facts.subject),
        ("Issued by", facts.issuer),
        ("Serial", facts.serial),
        ("SHA-256 fingerprint", facts.fingerprint),
        ("Certificate valid", validity),
    ]


def _one_line(text: str) -> str:
    """Text from a stranger's file cannot start a line of its own or steer a terminal."""
    return "".join(char if _printable(char) else "\N{REPLACEMENT CHARACTER}" for char in text)


def _printable(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"
