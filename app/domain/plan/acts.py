"""Acts in the life of a version: submitted, reviewed, approved, issued; and files kept with it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.plan.ids import RecordId
from app.domain.plan.upkeep import ApprovalRule


class Deed(Enum):
    """What somebody did with a version."""

    SUBMITTED = "submitted"
    RECALLED = "recalled"
    REVIEWED = "reviewed"
    CHANGES_REQUESTED = "changes-requested"
    APPROVED = "approved"
    ISSUED = "issued"
    ISSUED_IN_EMERGENCY = "issued-in-emergency"
    REVIEWED_AFTERWARDS = "reviewed-afterwards"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Route:
    """Who is asked when a version is submitted, by name, and when that is enough."""

    reviewers: tuple[str, ...] = ()
    approvers: tuple[str, ...] = ()
    rule: ApprovalRule = ApprovalRule.ALL
    quorum: int = 1
    reviews: int = 1


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature over `statement`, the very text signed.

    `signature` is a detached CMS structure (RFC 5652) as Base64, blank where the person only
    confirmed the statement; `subject` and `fingerprint` are the certificate's. `returned` says
    that it was made on another machine and came back.
    """

    statement: str
    signature: str = ""
    subject: str = ""
    fingerprint: str = ""
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One act; the ids count up, and none is ever changed.

    `revision` is that in which the act stands, `content` the SHA-256 of what it speaks of. `reason`
    is the summary of what changed, or why. `proposed` is what the comparison with the version
    before proposed for `material`, and `overruled` says why the submitter decided otherwise. `due`
    is the day by which an emergency is reviewed afterwards.
    """

    id: RecordId
    deed: Deed
    version: str
    by: str
    at: datetime
    revision: int
    content: str
    role: str = ""
    reason: str = ""
    material: bool = True
    proposed: bool = True
    overruled: str = ""
    route: Route | None = None
    due: date | None = None
    signed: Signed | None = None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that belongs to a record; `id` is its SHA-256 and `about` is `kind/id`.

    `inside` says that its bytes lie in the plan file; otherwise only the hash is known. `size` is
    in bytes, `at` UTC.
    """

    id: RecordId
    name: str
    size: int
    about: str
    by: str
    at: datetime
    inside: bool = True
