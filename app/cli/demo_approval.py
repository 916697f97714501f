"""The part of the demo in which people approve the plan and sign the files, each with a key."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from app.bootstrap import Workshop
from app.cli.output import printable, say
from app.domain.document.signature_fields import SignatureRole, role_of
from app.domain.plan.acts import Deed, Route
from app.domain.plan.plan import Plan
from app.services.approving.approvals import Approvals, Submission
from app.services.approving.proposing import proposal
from app.services.approving.signing import sign
from app.services.countersigning import Wish
from app.services.opening import OpenPlan
from app.services.signing import IdentityRequest, KeyFile

AUTHOR: Final = "author.p12"
REVIEWER: Final = "reviewer.p12"
APPROVER: Final = "approver.p12"
"""The identity files of the three; their certificates stand beside them."""

_SUMMARY: Final = "Submitted, reviewed and approved by the demonstration."
_SAID: Final = {Deed.REVIEWED: "reviewed", Deed.APPROVED: "approved"}


Keys = Mapping[SignatureRole, KeyFile]
"""What each of them signs with."""


def approve(workshop: Workshop, opened: OpenPlan, plan: Path, secret: str) -> Keys:
    """Take the plan from draft to an issued version and say so; the keys of who did come back."""
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
    people = {
        SignatureRole.AUTHOR: (author, AUTHOR),
        SignatureRole.REVIEWER: (reviewer, REVIEWER),
        SignatureRole.APPROVER: (approver, APPROVER),
    }
    keys = {
        role: _identity(workshop, opened, plan.parent / file, person, secret)
        for role, (person, file) in people.items()
    }
    for deed, person, role in (
        (Deed.REVIEWED, reviewer, SignatureRole.REVIEWER),
        (Deed.APPROVED, approver, SignatureRole.APPROVER),
    ):
        key = keys[role]
        declared = approvals.declaration(deed, person)
        signed = sign(declared, key, workshop.identities, opened.plan.acts.values())
        approvals.enter(declared, signed)
        said.append(f"{_SAID[deed]} by {printable(person)}, signed")
    say(f"Version {number}: {'; '.join(said)}", "")
    return keys


def countersign(workshop: Workshop, files: Iterable[Path], keys: Keys) -> None:
    """Sign each file in every field it has prepared for those people."""
    signing = workshop.countersigning()
    for file in files:
        data = workshop.exported_file(file)
        for field in signing.look(data).open_fields:
            role = role_of(field)
            if role is not None and role in keys:
                data = signing.sign(data, Wish(keys[role], field)).signed.data
        workshop.write(file, data)


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
