"""The acts of approval on an open plan, each checked against the law and committed at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.judgement.findings import Finding, Weight
from app.domain.lifecycle.approving.course import Course, after, course, next_act
from app.domain.lifecycle.approving.declaring import Declaration, declaration_text
from app.domain.lifecycle.approving.law import Facts, Refusal, enough, refused
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act, Deed, Route, Signed
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Record
from app.services.approving.signing import check_key
from app.services.exporting import SHOWN_FINDINGS
from app.services.opening import OpenPlan

REVIEW_WITHIN: Final = timedelta(days=14)
"""How soon an emergency issue is reviewed unless another day is stated."""


class ActNotAllowed(IrplanError):
    """The law of approval does not allow this now, or not by this person."""

    code: ClassVar[str] = "approval.not-allowed"

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.text, rule=refusal.code)
        self.refusal = refusal


class FindingsBlock(IrplanError):
    """A version was to be submitted while findings block its approval."""

    code: ClassVar[str] = "approval.findings-block"

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = " ".join(finding.reason for finding in findings[:SHOWN_FINDINGS])
        count = "1 finding blocks" if len(findings) == 1 else f"{len(findings)} findings block"
        super().__init__(
            f"{count} an approval: {first} Resolve what blocks, then submit the version.",
            count=str(len(findings)),
        )
        self.findings = tuple(findings)


class OtherStatement(IrplanError):
    """A signature over something else than what is declared."""

    code: ClassVar[str] = "approval.other-statement"

    def __init__(self) -> None:
        super().__init__("What was signed is not this declaration; sign it again.")


@dataclass(frozen=True, slots=True)
class Submission:
    """What a person states when a version is submitted; a blank `number` is proposed."""

    by: str
    reason: str
    route: Route
    number: str
    material: bool = True
    proposed: bool = True
    overruled: str = ""
    role: str = ""


class Approvals:
    """The life of the versions of one open plan."""

    def __init__(self, opened: OpenPlan) -> None:
        self._opened = opened

    @property
    def course(self) -> Course:
        """Where the plan stands."""
        return course(self._opened.plan.acts.values())

    def submit(self, said: Submission) -> Act:
        """Put the plan as it is into review.

        Raises:
            FindingsBlock: findings block an approval.
            ActNotAllowed: a version is in review, or the people asked cannot approve it.
            IrplanError: it could not be saved.
        """
        blocking = [f for f in self._opened.judgement.findings() if f.weight is Weight.BLOCKS]
        if blocking:
            raise FindingsBlock(blocking)
        act = replace(
            self._act(Deed.SUBMITTED, said.number, said.by, self._now()),
            role=said.role,
            reason=said.reason.strip(),
            material=said.material,
            proposed=said.proposed,
            overruled=said.overruled.strip(),
            route=said.route,
        )
        return self._enter([act], f"Version {said.number} submitted for review")

    def recall(self, by: str, reason: str = "") -> Act:
        """Take the version in review back to be edited; what was said of it is void.

        Raises:
            ActNotAllowed: none is in review.
            IrplanError: it could not be saved.
        """
        version = self._version_in_review()
        act = self._act(Deed.RECALLED, version, by, self._now())
        if self.course.open is not None:
            act = replace(act, content=self.course.open.submission.content)
        return self._enter([replace(act, reason=reason)], f"Version {version} recalled")

    def declaration(
        self, deed: Deed, by: str, role: str = "", reason: str = "", version: str = ""
    ) -> Declaration:
        """What `by` is going to declare, to be shown and signed.

        A blank `version` is the one in review. What a withdrawal or a review afterwards is about
        is the content that was issued; everything else is about the plan as it is now.
        """
        profile = self._opened.plan.profile
        number = version or self._version_in_review()
        issue = self.course.issue(number)
        content = matter(self._opened.plan) if issue is None else issue.act.content
        return Declaration(
            str(self._opened.plan.id),
            profile.document_id or profile.document_title or "the incident response plan",
            number,
            deed,
            by.strip(),
            role.strip(),
            content,
            self._now(),
            reason.strip(),
        )

    def enter(
        self, declared: Declaration, signed: Signed | None = None, due: date | None = None
    ) -> Act:
        """Commit what was declared; the last approval needed issues the version.

        Without `signed` the declaration stands as confirmed, not as signed. `due` is the day by
        which an emergency issue is reviewed.

        Raises:
            ActNotAllowed: the law does not allow it.
            OtherStatement: something else was signed.
            KeyOfAnother: the certificate was used in this plan by another person.
            IrplanError: it could not be saved.
        """
        text = declaration_text(declared)
        statement = signed or Signed(text)
        if statement.statement != text:
            raise OtherStatement
        check_key(statement.fingerprint, declared.by, self._opened.plan.acts.values())
        act = replace(
            self._act(declared.deed, declared.version, declared.by, declared.at),
            role=declared.role,
            content=declared.content,
            reason=declared.reason,
            signed=statement,
        )
        if declared.deed is Deed.ISSUED_IN_EMERGENCY:
            act = replace(act, due=due or declared.at.date() + REVIEW_WITHIN)
            return self._enter([act, self._issue_record(act, self.course)], _label(act))
        records: list[Record] = [act]
        then = after(self.course, act)
        if declared.deed is Deed.APPROVED and then.open is not None and enough(then.open):
            issued = Act(
                RecordId(f"act-{len(self._opened.plan.acts) + 2:06}"),
                Deed.ISSUED,
                act.version,
                act.by,
                act.at,
                act.revision,
                act.content,
                material=then.open.submission.material,
                reason=then.open.submission.reason,
            )
            records += [issued, self._issue_record(issued, then)]
        return self._enter(records, _label(act))

    def refusal(self, declared: Declaration, signed: Signed | None = None) -> Refusal | None:
        """Why what is to be declared would not be taken; None when it would."""
        act = replace(
            self._act(declared.deed, declared.version, declared.by, declared.at),
            content=declared.content,
            reason=declared.reason,
            signed=signed or Signed(declaration_text(declared)),
            due=declared.at.date(),
        )
        return refused(self.course, act, self._facts(act))

    def authors(self) -> tuple[str, ...]:
        """Who changed the plan since the version issued last; they cannot approve."""
        latest = self.course.latest
        return self._opened.store.authors(latest.act.revision if latest is not None else 0)

    def _enter(self, records: list[Record], label: str) -> Act:
        """Commit the records, the first of which is the act that is judged."""
        self._opened.save()
        first = records[0]
        assert isinstance(first, Act)  # noqa: S101 - by construction
        numbered = [
            replace(item, revision=self._opened.store.revision() + 1)
            if isinstance(item, Act)
            else item
            for item in records
        ]
        refusal = refused(self.course, first, self._facts(first))
        if refusal is not None:
            raise ActNotAllowed(refusal)
        self._opened.enact(numbered, label)
        return self._opened.plan.acts[first.id]

    def _act(self, deed: Deed, version: str, by: str, at: datetime) -> Act:
        content = matter(self._opened.plan)
        return Act(next_act(self._opened.plan), deed, version, by.strip(), at, 0, content)

    def _facts(self, act: Act) -> Facts:
        plan = self._opened.plan
        taken = frozenset(version.number for version in plan.versions.values())
        if act.deed is Deed.REVIEWED_AFTERWARDS:
            return Facts(self._authors_of(act.version), matter(plan), taken)
        return Facts(self.authors(), matter(plan), taken)

    def _authors_of(self, version: str) -> tuple[str, ...]:
        issues = self.course.issues
        at = next((n for n, item in enumerate(issues) if item.version == version), None)
        if at is None:
            return ()
        before = issues[at - 1].act.revision if at else 0
        return self._opened.store.authors(before, issues[at].act.revision)

    def _issue_record(self, issued: Act, now: Course) -> Version:
        """The line in the plan's own table of versions."""
        heard = now.open if issued.deed is Deed.ISSUED else None
        authors = self.authors()
        reviewers: tuple[str, ...] = ()
        approvers: tuple[str, ...] = (issued.by,)
        if heard is not None:
            authors = authors or (heard.submission.by,)
            reviewers = tuple(act.by for act in heard.reviews)
            approvers = tuple(act.by for act in heard.approvals)
        return Version(
            RecordId(f"issue-{issued.version.replace('.', '-')}"),
            issued.version,
            issued.at.date(),
            issued.reason,
            issued.material,
            ", ".join(authors),
            reviewers,
            approvers,
        )

    def _version_in_review(self) -> str:
        return self.course.open.submission.version if self.course.open is not None else ""

    def _now(self) -> datetime:
        return self._opened.clock.now().replace(microsecond=0)


def _label(act: Act) -> str:
    words = {
        Deed.REVIEWED: "reviewed",
        Deed.CHANGES_REQUESTED: "sent back with changes requested",
        Deed.APPROVED: "approved",
        Deed.ISSUED_IN_EMERGENCY: "issued in an emergency",
        Deed.REVIEWED_AFTERWARDS: "reviewed after the emergency",
        Deed.WITHDRAWN: "withdrawn",
    }
    return f"Version {act.version} {words[act.deed]} by {act.by}"
