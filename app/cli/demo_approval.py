"""The part of the demo in which people review and approve the plan, each with an own identity."""

from pathlib import Path
from typing import Final

from app.bootstrap import Workshop
from app.cli.output import printable, say
from app.domain.plan.acts import Deed, Route
from app.domain.plan.plan import Plan
from app.services.approving.approvals import Approvals, Submission
from app.services.approving.proposing import proposal
from app.services.approving.signing import KeyFile, sign
from app.services.opening import OpenPlan
from app.services.signing import IdentityRequest

REVIEWER: Final = "reviewer.p12"
APPROVER: Final = "approver.p12"
"""The identity files of the two; their certificates stand beside them."""

_SUMMARY: Final = "Submitted, reviewed and approved by the demonstration."
_SAID: Final = {Deed.REVIEWED: "reviewed", Deed.APPROVED: "approved"}


def approve(workshop: Workshop, opened: OpenPlan, plan: Path, secret: str) -> None:
    """Take the plan from draft to an issued version and say so."""
    approvals = Approvals(opened)
    reviewer, approver = _people(opened.plan)
    proposed = proposal(opened.plan, workshop.history(plan))
    number = proposed.number(material=proposed.material)
    author = opened.store.actor
    route = Route((reviewer,), (approver,))
    approvals.submit(
        Submission(author, _SUMMARY, route, number, proposed.material, proposed.material)
    )
    said = [f"submitted by {printable(author)}"]
    for deed, person, file in (
        (Deed.REVIEWED, reviewer, REVIEWER),
        (Deed.APPROVED, approver, APPROVER),
    ):
        key = _identity(workshop, opened, plan.parent / file, person, secret)
        declared = approvals.declaration(deed, person)
        signed = sign(declared, key, workshop.identities, opened.plan.acts.values())
        approvals.enter(declared, signed)
        said.append(f"{_SAID[deed]} by {printable(person)}, signed")
    say(f"Version {number}: {'; '.join(said)}", "")


def _people(plan: Plan) -> tuple[str, str]:
    """Who reviewed and approved the version the sample states, or its first two people."""
    stated = list(plan.versions.values())
    if stated and stated[-1].reviewers and stated[-1].approvers:
        return stated[-1].reviewers[0], stated[-1].approvers[0]
    first, second, *_ = (person.name for person in plan.people.values())
    return first, second


def _identity(
    workshop: Workshop, opened: OpenPlan, file: Path, person: str, secret: str
) -> KeyFile:
    profile = opened.plan.profile
    email = f"{file.stem}@example.org"
    workshop.make_identity(IdentityRequest(person, email, profile.legal_name), file, secret)
    return KeyFile(file, secret)
