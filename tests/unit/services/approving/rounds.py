"""A plan in memory that is submitted by Mary, reviewed by Rita, approved by Carl and Dora."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from app.domain.judgement.standards import Standards
from app.domain.plan.acts import Act, Deed, Route
from app.domain.plan.changes import put
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.services.approving.approvals import Approvals, Submission
from app.services.history import Entry
from app.services.opening import OpenPlan
from app.services.signing import CertificateFacts, KeyFile
from app.services.text_signatures import TextSignature
from tests.builders import NOON, person, plan_with, section, template
from tests.fakes import FACTS, FakeClock, FakeIdentities, FakeSigner, MemoryStore

ROUTE = Route(("Rita",), ("Carl", "Dora"))
MARY = "Mary Major"
KEY = KeyFile(Path("id.p12"), "secret")


def certificate(name: str) -> CertificateFacts:
    """The certificate of a person, with a fingerprint of its own."""
    return replace(FACTS, name=name, subject=f"CN={name},O=Ex", fingerprint=f"AB:{name.upper()}")


def identities(name: str) -> FakeIdentities:
    """The identity of a person, opened by the key `KEY`."""
    return FakeIdentities(FakeSigner(facts=certificate(name)))


@dataclass
class FakeVerifier:
    """Finds what `FakeSigner` signs in order, made by `certificate` at `signed_at`."""

    certificate: CertificateFacts | None
    signed_at: datetime | None = NOON
    problems: tuple[str, ...] = ()
    asked: list[datetime] = field(default_factory=list)

    def __call__(
        self, data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
    ) -> TextSignature:
        self.asked.append(at)
        intact = signature == b"signature over " + data
        problems = self.problems if intact else ("Its digest differs.",)
        return TextSignature(intact, self.certificate, self.signed_at, problems=problems)


class Desk:
    """One open plan and its approvals."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.clock = FakeClock()
        profile = Profile(document_id="IRP-1", document_title="Plan")
        self.store = MemoryStore(plan or plan_with(person("a"), profile=profile))
        self.opened = OpenPlan(self.store, template(section("scope")), Standards(), self.clock)
        self.opened.judgement.findings = tuple  # type: ignore[method-assign, assignment]
        self.store.authors = self._authors  # type: ignore[method-assign]

    def _authors(self, after: int, until: int | None = None) -> tuple[str, ...]:
        wrote = [MARY, *self.store.people][after:until]
        return tuple(dict.fromkeys(filter(None, wrote)))

    @property
    def approvals(self) -> Approvals:
        return Approvals(self.opened)

    @property
    def plan(self) -> Plan:
        return self.opened.plan

    def edit(self, name: str) -> None:
        self.opened.session.apply((put(self.plan, person("a", name)),), "Name")
        self.opened.save()

    def submit(self, number: str = "1.0", route: Route = ROUTE) -> Act:
        return self.approvals.submit(Submission(MARY, "What changed", route, number))

    def say(self, deed: Deed, by: str, **fields: str) -> Act:
        approvals = self.approvals
        return approvals.enter(approvals.declaration(deed, by, **fields))

    def issue(self, number: str = "1.0") -> None:
        self.submit(number)
        for deed, by in ((Deed.REVIEWED, "Rita"), (Deed.APPROVED, "Carl"), (Deed.APPROVED, "Dora")):
            self.say(deed, by)


@dataclass
class Past:
    """A `PlanHistory` that knows one plan."""

    plan: Plan
    asked: list[int] = field(default_factory=list)

    def entries(self) -> tuple[Entry, ...]:
        raise NotImplementedError

    def plan_at(self, number: int) -> Plan:
        self.asked.append(number)
        return self.plan

    def versions(self) -> dict[str, int]:
        raise NotImplementedError
