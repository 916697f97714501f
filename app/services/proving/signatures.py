"""What is told about one signature of a file."""

from dataclasses import dataclass
from datetime import datetime

from app.services.proving.certificates import Trust, certificate_data, certificate_rows
from app.services.proving.coverage import Coverage
from app.services.proving.plain import one_line, utc_or_none, utc_text
from app.services.proving.profiles import Profile
from app.services.proving.stamps import TimeStampReport
from app.services.signing import CertificateFacts

TIME_SOURCE_SIGNER = "signer's clock"
"""Whose clock told the time at which somebody claims to have signed."""


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
    slot: str = ""
    """The prepared field or signature line that it fills, as `Seal`; blank for none."""
    time_stamp: TimeStampReport | None = None
    """The stamp over this signature's value; None when there is none."""
    profile: Profile | None = None
    """The level found; None where the signature could not be read that far."""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it or its time stamp; trust is a separate question."""
        stamped = self.time_stamp is None or self.time_stamp.holds
        return self.intact and not self.problems and stamped

    @property
    def signer(self) -> str:
        """The name in the certificate."""
        return "unknown" if self.certificate is None else self.certificate.name

    @property
    def level(self) -> str:
        """The level claimed, in words: never "qualified", which is not checked here."""
        if self.certificate is None:
            return "none, no certificate to go by"
        issuer = "self-signed" if self.certificate.self_signed else "issued by another party"
        return f"advanced, certificate {issuer}, {self.trust.value}"

    def to_json(self) -> dict[str, object]:
        """The signature with stable keys; what is unknown or not there is null.

        `level` is in words, `profile` the ETSI level found. `signed_at` comes from the clock that
        `time_source` names, `time_stamp` from an authority's.
        """
        return {
            "field": self.field,
            "slot": self.slot or None,
            "meaning": self.meaning,
            "role": self.role,
            "location": self.location,
            "signed_at": utc_or_none(self.signed_at),
            "time_source": self.time_source,
            "time_stamp": None if self.time_stamp is None else self.time_stamp.to_json(),
            "certificate": certificate_data(self.certificate),
            "level": self.level,
            "profile": None if self.profile is None else self.profile.text,
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
        rows = [f"Signature: {one_line(self.field)}"]
        rows += [f"  {label}: {one_line(value)}" for label, value in self._facts() if value]
        rows += [f"  PROBLEM: {one_line(problem)}" for problem in self._problems()]
        rows += [f"  Remark: {one_line(remark)}" for remark in self.remarks]
        return tuple(rows)

    def _problems(self) -> tuple[str, ...]:
        stamp = () if self.time_stamp is None else self.time_stamp.problems
        return (*self.problems, *stamp)

    def _facts(self) -> list[tuple[str, str]]:
        when = "not stated" if self.signed_at is None else utc_text(self.signed_at)
        stamp = "none" if self.time_stamp is None else self.time_stamp.text
        return [
            *certificate_rows(self.certificate),
            ("Signed as", self.slot if self.slot != self.field else ""),
            ("Meaning", self.meaning),
            ("Role claimed", self.role),
            ("Place claimed", self.location),
            ("Signed at", f"{when} ({self.time_source})"),
            ("Time stamp", stamp),
            ("Level", self.level),
            ("Level found", "" if self.profile is None else self.profile.text),
            ("Integrity", "intact" if self.intact else "BROKEN"),
            ("Covers", self.coverage.value),
            ("Changes after", self.changes_after or "none"),
        ]
