"""Several people do things to one plan file in any order: nothing that is forbidden ever succeeds.

What is forbidden is written down here once more, in the plainest way, and never looked up in the
program. Every deed is tried through the services and by direct SQL against the file.
"""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from typing_extensions import override

from app.domain.judgement.standards import Standards
from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.auditing import audited
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act, Deed, Route, Signed
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.upkeep import ApprovalRule
from app.persistence.db.files import PlanFiles
from app.persistence.db.plan_file import PlanFile
from app.persistence.db.rows import new_row
from app.services.approving.approvals import ActNotAllowed, Approvals, Submission
from app.services.opening import OpenPlan
from tests.builders import section, template
from tests.integration.persistence.db.samples import FixedClock, person, sample_plan

pytestmark = pytest.mark.no_cover

PEOPLE = ("Ann", "Bea", "Cy", "Dee")
somebody = st.sampled_from(PEOPLE)
several = st.lists(somebody, max_size=3, unique=True).map(tuple)
DUE = date(2027, 1, 1)
START = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@dataclass
class Version:
    """An issued version as this test remembers it."""

    number: str
    content: str
    authors: set[str]
    by: str
    emergency: bool
    owed: bool
    withdrawn: bool = False


@dataclass
class Memory:
    """What this test knows of the plan, kept apart from what the program thinks."""

    authors: set[str] = field(default_factory=lambda: {"Ann"})
    route: Route | None = None
    submitter: str = ""
    number: str = ""
    content: str = ""
    reviews: list[str] = field(default_factory=list)
    approvals: list[str] = field(default_factory=list)
    issued: list[Version] = field(default_factory=list)

    def close(self) -> None:
        self.route, self.reviews, self.approvals = None, [], []

    def needed(self) -> int:
        assert self.route is not None
        every = len(self.route.approvers)
        rule = self.route.rule
        return {ApprovalRule.ANY: 1, ApprovalRule.QUORUM: self.route.quorum}.get(rule, every)

    def wrote(self, who: str) -> bool:
        return who in self.authors or (self.route is not None and who == self.submitter)

    def version(self, number: str) -> Version | None:
        return next((one for one in self.issued if one.number == number), None)


class Life(RuleBasedStateMachine):
    """One plan file, used by one person after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "plan.irplan"
        self.clock = FixedClock(START)
        self.memory = Memory()
        self.edits = 0
        self._files("Ann").create(self.path, sample_plan())
        self.frozen: dict[str, str] = {}

    @override
    def teardown(self) -> None:
        store = self._files("Ann").open(self.path, read_only=True)
        verdict = audited(store.history())
        store.close()
        shutil.rmtree(self.folder)
        assert verdict.remarks == ()

    # --- what people do -------------------------------------------------------------------------

    @rule(reviews=st.integers(0, 1), approval=st.sampled_from(ApprovalRule))
    def goes_on_as_intended(self, reviews: int, approval: ApprovalRule) -> None:
        """What comes next on the way to an issue, where somebody is left who may do it."""
        free = [who for who in PEOPLE if not self.memory.wrote(who)]
        numbers = [n for n in ("1.0", "2.0", "3.0") if self.memory.version(n) is None]
        route = self.memory.route
        if route is None:
            others = [who for who in free if who != "Ann"]
            if len(others) > reviews and numbers:
                asked, approve = tuple(others[:reviews]), tuple(others[reviews:])
                self.submits("Ann", asked, approve, approval, 1, reviews, numbers[0])
        elif len(self.memory.reviews) < route.reviews:
            who = next(one for one in route.reviewers if one not in self.memory.reviews)
            self.does_something(who, Deed.REVIEWED, "")
        else:
            who = next(one for one in route.approvers if one not in self.memory.approvals)
            self.does_something(who, Deed.APPROVED, "")

    @rule(steps=st.integers(1, 5))
    def goes_on_for_a_while(self, steps: int) -> None:
        for _ in range(steps):
            self.goes_on_as_intended(1, ApprovalRule.ALL)

    @rule(who=st.sampled_from(("Ann", "Ann", "Ann", "Bea")))
    def edits_the_plan(self, who: str) -> None:
        self.edits += 1
        with self._opened(who) as opened:
            opened.session.apply((put(opened.plan, person("ann", f"Title {self.edits}")),), "Title")
            opened.save()
            assert course(opened.plan.acts.values()).open is None
        self.memory.close()
        self.memory.authors.add(who)

    @rule()
    def edits_the_plan_by_sql(self) -> None:
        """Only while no version is in review, or the file refuses."""
        with closing(sqlite3.connect(self.path)) as raw:
            try:
                raw.execute("UPDATE record SET rank = rank + 0.5 WHERE kind = 'people'")
                raw.execute("UPDATE record SET rank = rank - 0.5 WHERE kind = 'people'")
                raw.commit()
                done = True
            except sqlite3.IntegrityError:
                done = False
        assert done == (self.memory.route is None)

    @rule(
        who=somebody,
        reviewers=several,
        approvers=several,
        approval=st.sampled_from(ApprovalRule),
        quorum=st.integers(0, 3),
        reviews=st.integers(0, 2),
        number=st.sampled_from(("1.0", "2.0", "3.0")),
    )
    def submits(
        self,
        who: str,
        reviewers: tuple[str, ...],
        approvers: tuple[str, ...],
        approval: ApprovalRule,
        quorum: int,
        reviews: int,
        number: str,
    ) -> None:
        route = Route(reviewers, approvers, approval, quorum, reviews)
        known = self.memory
        asked = {*reviewers, *approvers}
        allowed = (
            known.route is None
            and known.version(number) is None
            and bool(approvers)
            and not asked & {*known.authors, who}
            and not set(reviewers) & set(approvers)
            and reviews <= len(reviewers)
            and (approval is not ApprovalRule.QUORUM or 1 <= quorum <= len(approvers))
        )
        with self._opened(who) as opened:
            try:
                Approvals(opened).submit(Submission(who, "Summary", route, number))
                done = True
            except ActNotAllowed:
                done = False
            content = matter(opened.plan)
        assert done == allowed
        if done:
            known.route, known.submitter, known.number = route, who, number
            known.content = content

    @rule(who=somebody, deed=st.sampled_from(Deed), number=st.sampled_from(("", "1.0", "2.0")))
    def does_something(self, who: str, deed: Deed, number: str) -> None:
        """Any deed by anybody at any time, through the services."""
        if deed in {Deed.SUBMITTED, Deed.ISSUED}:
            return
        version = number or self.memory.number or "9.9"
        allowed = self._allowed(deed, who, version)
        with self._opened(who) as opened:
            approvals = Approvals(opened)
            try:
                if deed is Deed.RECALLED:
                    approvals.recall(who)
                    version = self.memory.number
                    allowed = self.memory.route is not None
                else:
                    said = approvals.declaration(deed, who, "", "Reason", version)
                    approvals.enter(said, due=DUE)
                done = True
            except ActNotAllowed:
                done = False
                allowed = allowed and deed is not Deed.RECALLED
                if deed is Deed.RECALLED:
                    assert self.memory.route is None
            content = matter(opened.plan)
        assert done == allowed
        if done:
            self._remember(deed, who, version, content)

    @rule(who=somebody, deed=st.sampled_from(Deed), number=st.sampled_from(("", "1.0", "2.0")))
    def writes_an_act_by_sql(self, who: str, deed: Deed, number: str) -> None:
        """What the file lets in must have been allowed."""
        version = number or self.memory.number or "9.9"
        plan, last = self._stored()
        issue = self.memory.version(version)
        content = issue.content if issue is not None else matter(plan)
        act = Act(
            RecordId(f"act-{len(plan.acts) + 1:06}"),
            deed,
            version,
            who,
            self.clock.now(),
            last,
            content,
            reason="Reason",
            route=Route(("Bea",), ("Cy", "Dee")) if deed is Deed.SUBMITTED else None,
            due=DUE,
            signed=Signed("I do."),
        )
        row = new_row(Kind.ACT.value, act, 1024.0 * (len(plan.acts) + 1))
        with closing(sqlite3.connect(self.path)) as raw:
            try:
                raw.execute(
                    "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)",
                    (row.kind, row.id, row.rank, row.rev, row.body, row.digest),
                )
                done = True
            except sqlite3.IntegrityError:
                done = False
            allowed = self._allowed(deed, who, version)
            assert allowed or not done, f"{deed} by {who}"
            assert done or not allowed, f"{deed} by {who} was refused"
            raw.rollback()  # the chain does not know of it

    @rule(statement=st.sampled_from(range(4)))
    def tampers_with_what_is_final(self, statement: int) -> None:
        tried = (
            "DELETE FROM record WHERE kind = 'acts'",
            "UPDATE record SET body = '{}' WHERE kind = 'acts'",
            "UPDATE record SET body = '{}' WHERE kind = 'versions'",
            "DELETE FROM record WHERE kind = 'versions'",
        )[statement]
        plan, _ = self._stored()
        concerned = plan.acts if statement < 2 else plan.versions
        with closing(sqlite3.connect(self.path)) as raw:
            if concerned:
                with pytest.raises(sqlite3.IntegrityError):
                    raw.execute(tried)
            raw.rollback()

    # --- what always holds ----------------------------------------------------------------------

    @invariant()
    def issued_versions_stay_and_nobody_approved_own_work(self) -> None:
        plan, _ = self._stored()
        issued = course(plan.acts.values()).issues
        for one, known in zip(issued, self.memory.issued, strict=True):
            row = plan.versions[RecordId(f"issue-{one.version.replace('.', '-')}")]
            assert one.version == known.number
            assert self.frozen.setdefault(one.version, repr((one.act, row))) == repr((one.act, row))
            said = {act.by for act in (*one.approvals, *one.reviews, one.act)}
            assert not said & known.authors

    # --- the rules once more --------------------------------------------------------------------

    def _allowed(self, deed: Deed, who: str, version: str) -> bool:
        known = self.memory
        if deed is Deed.SUBMITTED:
            return known.route is None and known.version(version) is None
        if deed is Deed.ISSUED_IN_EMERGENCY:
            return known.version(version) is None and not known.wrote(who)
        if deed in {Deed.WITHDRAWN, Deed.REVIEWED_AFTERWARDS}:
            return self._allowed_afterwards(deed, who, known.version(version))
        if known.route is None or version != known.number:
            return False
        return deed is Deed.RECALLED or self._allowed_in_review(deed, who, known.route)

    def _allowed_afterwards(self, deed: Deed, who: str, issue: Version | None) -> bool:
        if issue is None or issue.withdrawn:
            return False
        return deed is Deed.WITHDRAWN or (issue.owed and who not in {*issue.authors, issue.by})

    def _allowed_in_review(self, deed: Deed, who: str, route: Route) -> bool:
        known = self.memory
        reviewed = len(known.reviews) >= route.reviews
        if deed is Deed.ISSUED:
            return who in route.approvers and reviewed and len(known.approvals) >= known.needed()
        if known.wrote(who):
            return False
        if deed is Deed.CHANGES_REQUESTED:
            return who in {*route.reviewers, *route.approvers}
        if deed is Deed.REVIEWED:
            return who in route.reviewers and who not in known.reviews
        turn = route.approvers[len(known.approvals) :][:1]
        in_turn = route.rule is not ApprovalRule.ORDER or turn == (who,)
        return who in route.approvers and who not in known.approvals and reviewed and in_turn

    def _remember(self, deed: Deed, who: str, version: str, content: str) -> None:
        known = self.memory
        if deed in {Deed.RECALLED, Deed.CHANGES_REQUESTED}:
            known.close()
        elif deed is Deed.REVIEWED:
            known.reviews.append(who)
        elif deed is Deed.APPROVED:
            known.approvals.append(who)
            if len(known.approvals) >= known.needed():
                self._issue(version, content, who, emergency=False)
        elif deed is Deed.ISSUED_IN_EMERGENCY:
            self._issue(version, content, who, emergency=True)
        elif deed is Deed.REVIEWED_AFTERWARDS:
            found = known.version(version)
            assert found is not None
            found.owed = False
        elif deed is Deed.WITHDRAWN:
            found = known.version(version)
            assert found is not None
            found.withdrawn = True

    def _issue(self, number: str, content: str, by: str, *, emergency: bool) -> None:
        known = self.memory
        event("issued in an emergency" if emergency else "issued")
        known.issued.append(
            Version(number, content, set(known.authors), by, emergency, owed=emergency)
        )
        known.close()
        known.authors = set()

    # --- the file -------------------------------------------------------------------------------

    def _files(self, who: str) -> PlanFiles:
        return PlanFiles(self.folder / "backups", self.clock, who)

    def _opened(self, who: str) -> "Opened":
        self.clock.pass_by(minutes=1)
        return Opened(self._files(who).open(self.path), self.clock)

    def _stored(self) -> tuple[Plan, int]:
        store = self._files("Ann").open(self.path, read_only=True)
        try:
            return store.load(), store.revision()
        finally:
            store.close()


class Opened:
    """An open plan whose findings are left out of account."""

    def __init__(self, store: PlanFile, clock: FixedClock) -> None:
        self.store, self.clock = store, clock

    def __enter__(self) -> OpenPlan:
        shape = template(section("scope"))
        opened = OpenPlan(self.store, shape, Standards(), self.clock)
        opened.judgement.findings = tuple  # type: ignore[method-assign,assignment]
        return opened

    def __exit__(self, *_: object) -> None:
        self.store.close()


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
