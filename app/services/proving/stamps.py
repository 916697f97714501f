"""Time stamps of RFC 3161: a moment told by another clock than the signer's."""

from dataclasses import dataclass
from datetime import datetime

from app.services.proving.certificates import Trust, certificate_data
from app.services.proving.coverage import Coverage
from app.services.proving.plain import one_line, utc_or_none, utc_text
from app.services.signing import CertificateFacts


@dataclass(frozen=True, slots=True)
class TimeStampReport:
    """What one time stamp says, and whether it can be relied on.

    `at` is UTC on the authority's clock, None when the stamp tells no time. Without `problems`
    the stamp is intact and fits what it stamps; `trust` says who vouches for the authority.
    """

    authority: str
    """The name in the authority's certificate; blank when there is none."""
    at: datetime | None
    certificate: CertificateFacts | None = None
    trust: Trust = Trust.NONE
    problems: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the stamp; trust is a separate question."""
        return not self.problems

    @property
    def text(self) -> str:
        """One line: when, by whose clock, and who vouches for that clock."""
        when = "no time stated" if self.at is None else utc_text(self.at)
        who = one_line(self.authority) or "an unknown authority"
        vouched = (
            "its certificate is not among those you supplied"
            if self.trust is Trust.NONE
            else f"its certificate was {self.trust.value}"
        )
        if not self.holds:
            return f"{when} by {who}: DOES NOT HOLD"
        return f"{when} by the clock of {who} (RFC 3161; {vouched})"

    def to_json(self) -> dict[str, object]:
        """The stamp with stable keys; an unknown time or certificate is null."""
        return {
            "authority": self.authority,
            "at": utc_or_none(self.at),
            "certificate": certificate_data(self.certificate),
            "trust": self.trust.name.lower(),
            "holds": self.holds,
            "problems": list(self.problems),
        }


@dataclass(frozen=True, slots=True)
class DocumentStamp:
    """A time stamp over a whole PDF as it was at that moment; `field` holds it."""

    field: str
    stamp: TimeStampReport
    coverage: Coverage
    changes_after: str = ""
    """A sentence about what was added later; blank when nothing was."""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return self.stamp.holds

    def to_json(self) -> dict[str, object]:
        """The stamp of a document with stable keys."""
        return {
            "field": self.field,
            **self.stamp.to_json(),
            "coverage": self.coverage.name.lower(),
            "changes_after": self.changes_after,
        }

    def lines(self) -> tuple[str, ...]:
        """The stamp as indented lines of text."""
        rows = [
            f"Time stamp over the document: {one_line(self.field)}",
            f"  Time: {self.stamp.text}",
            f"  Covers: {self.coverage.value}",
        ]
        rows += [f"  PROBLEM: {one_line(problem)}" for problem in self.stamp.problems]
        return tuple(rows)
