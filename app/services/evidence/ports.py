"""What a pack is made and checked with: the adapters as ports."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.services.approving.exporting import Judge, VersionExporter
from app.services.clock import Clock
from app.services.exporting import Compose
from app.services.rendering import Renderers
from app.services.signing import CertificateFacts, Identities
from app.services.text_signatures import TextVerifier
from app.services.verifying import VerificationReport

VerifyFile = Callable[[str, bytes, Sequence[bytes]], VerificationReport]
"""Judges a PDF or DOCX from its name and bytes against certificates in PEM or DER form."""

Archive = Callable[[Mapping[str, bytes]], bytes]
"""Puts files into one archive; equal files give equal bytes."""


@dataclass(frozen=True, slots=True)
class CertificateFile:
    """A certificate: what it says, and its text in PEM form."""

    facts: CertificateFacts
    pem: bytes = field(repr=False)


Certificates = Callable[[bytes], tuple[CertificateFile, ...]]
"""The certificates of those who signed a PDF, a DOCX or, detached, something else."""


@dataclass(frozen=True, slots=True)
class PackingTools:
    """What renders, verifies, signs and writes; `program` names the program and its version."""

    judge: Judge
    compose: Compose
    versions: VersionExporter
    renderers: Renderers
    identities: Identities
    clock: Clock
    verify: VerifyFile
    verify_text: TextVerifier
    certificates: Certificates
    archive: Archive
    program: str


@dataclass(frozen=True, slots=True)
class CheckingTools:
    """What judges the parts of a pack; `at` is when its signatures are judged."""

    verify: VerifyFile
    verify_text: TextVerifier
    certificates: Certificates
    at: datetime
