"""What came of checking a pack, for people and for programs."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.services.text_signatures import TextSignature
from app.services.verifying import Trust, Verdict, VerificationReport, utc_text

FORMAT: Final = "irplan-evidence-report/1"
"""Names the shape of the data."""

HEADLINES: Final = {
    Verdict.VALID: "Nothing was changed, and somebody you trust signed it.",
    Verdict.VALID_UNTRUSTED: (
        "Nothing was changed since it was signed; compare the signer's fingerprint."
    ),
    Verdict.UNSIGNED: "Every file fits its sum, but nobody signed the pack.",
    Verdict.INVALID: "Do not rely on this pack.",
}
"""The answer in a sentence."""


@dataclass(frozen=True, slots=True)
class PackReport:
    """The verdict on a pack of `files` files and what it rests on; `problems` are sentences.

    `signature` is that over the sums, None where nobody signed. `file` is the archive's name.
    """

    verdict: Verdict
    files: int
    signature: TextSignature | None
    documents: tuple[VerificationReport, ...]
    problems: tuple[str, ...]
    file: str = ""
    sha256: str = ""

    @property
    def headline(self) -> str:
        """The answer in a sentence."""
        return HEADLINES[self.verdict]

    def named(self, file: str, sha256: str) -> "PackReport":
        """The report of the archive called `file`."""
        return replace(self, file=file, sha256=sha256)

    def lines(self) -> Iterator[str]:
        """The report as plain text."""
        yield f"File: {_one_line(self.file)}"
        yield f"Verdict: {self.verdict.value.upper()}. {self.headline}"
        yield f"SHA-256: {self.sha256}"
        yield f"Files inside: {self.files}"
        yield from (f"PROBLEM: {_one_line(problem)}" for problem in self.problems)
        yield from self._signer()
        for document in self.documents:
            signers = len(document.signatures)
            count = "1 signature" if signers == 1 else f"{signers} signatures"
            verdict = document.verdict.value.upper()
            yield f"Document: {_one_line(document.file)}, {verdict}, {count}"

    def _signer(self) -> Iterator[str]:
        found = self.signature
        if found is None or found.certificate is None:
            return
        when = "not stated" if found.signed_at is None else utc_text(found.signed_at)
        yield f"Signed by: {_one_line(found.certificate.name)}"
        yield f"  SHA-256 fingerprint: {found.certificate.fingerprint}"
        yield f"  Signed at: {when} (signer's clock)"
        yield f"  Certificate: {found.trust.value}"

    def to_json(self) -> dict[str, object]:
        """The report with stable keys, ready for `json.dumps`."""
        return {
            "format": FORMAT,
            "file": self.file,
            "sha256": self.sha256,
            "verdict": self.verdict.value,
            "headline": self.headline,
            "files": self.files,
            "signature": None if self.signature is None else _signature(self.signature),
            "documents": [document.to_json() for document in self.documents],
            "problems": list(self.problems),
        }


def pack_verdict(signature: TextSignature | None, problems: Sequence[str]) -> Verdict:
    """The verdict that follows from the signature over the sums and from what was found."""
    if problems:
        return Verdict.INVALID
    if signature is None:
        return Verdict.UNSIGNED
    return Verdict.VALID_UNTRUSTED if signature.trust is Trust.NONE else Verdict.VALID


def _signature(found: TextSignature) -> dict[str, object]:
    facts = found.certificate
    return {
        "holds": found.holds,
        "name": None if facts is None else facts.name,
        "sha256_fingerprint": None if facts is None else facts.fingerprint,
        "signed_at": None if found.signed_at is None else utc_text(found.signed_at),
        "trust": found.trust.name.lower(),
        "problems": list(found.problems),
    }


def _one_line(text: str) -> str:
    """Text from a stranger's file cannot start a line of its own or steer a terminal."""
    return "".join(char if _printable(char) else "\N{REPLACEMENT CHARACTER}" for char in text)


def _printable(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"
