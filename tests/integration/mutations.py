"""One fault for each finding the linter knows, as a change of the complete sample plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.plan.changes import apply, put
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.lessons import Lesson
from app.domain.plan.obligations import ObligationStep
from app.domain.plan.people import ChannelKind, PartyKind
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.playbooks import Playbook, StepBranch
from app.domain.plan.programme import ExerciseState
from app.domain.plan.records import Records
from app.domain.plan.roles import Raci, RaciAssignment
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import rid

Change = Callable[[Plan], Plan]

LONG_AGO = date(2024, 3, 1)
WEEK = Duration(7, TimeUnit.DAYS)
SPARE_LEVEL = SeverityLevel(
    rid("s5"),
    "S5 Note",
    5,
    "Nothing to do.",
    respond_in_hours=WEEK,
    respond_out_of_hours=WEEK,
    escalate_in_hours=WEEK,
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A `change` after which just `key` is found anew, and with it what cannot be avoided.

    `also` are the codes of further findings that the same fault always causes.
    """

    key: str
    change: Change
    also: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        return self.key.split("/")[0]


def edited(table: Kind, key: str, /, **fields: Any) -> Change:
    """One record with other fields; a function makes the new value from the old one."""

    def change(plan: Plan) -> Plan:
        record = plan.table(table)[rid(key)]
        values = {
            name: value(getattr(record, name)) if callable(value) else value
            for name, value in fields.items()
        }
        return apply(plan, (put(plan, replace(record, **values)),))

    return change


def leading(to: RecordId | None) -> tuple[StepBranch, ...]:
    """The ways on of a step whose first answer leads to the step `to`."""
    return StepBranch("Yes", to), StepBranch("No")


def all_edited(kind: Kind, **fields: Any) -> Change:
    """Every record of a table with other fields."""

    def change(plan: Plan) -> Plan:
        for key in plan.table(kind):
            plan = edited(kind, key, **fields)(plan)
        return plan

    return change


def kept(kind: Kind, keep: Callable[[Any], bool] = lambda _: False) -> Change:
    """Only the records of a table that `keep` chooses; by default none."""

    def change(plan: Plan) -> Plan:
        return plan.with_table(kind, Records(filter(keep, plan.table(kind).values())))

    return change


def dropped(kind: Kind, key: str) -> Change:
    return kept(kind, lambda record: record.id != key)


def added(record: Record) -> Change:
    return lambda plan: apply(plan, (put(plan, record),))


def said(section: str, text: str) -> Change:
    """One more paragraph in a section."""
    return edited(Kind.SECTION, section, prose=lambda prose: f"{prose}\n\n{text}")


def together(*changes: Change) -> Change:
    def change(plan: Plan) -> Plan:
        for one in changes:
            plan = one(plan)
        return plan

    return change


def tried(keep: Callable[[str], bool]) -> Change:
    """An exercise tried all sections and playbooks out that `keep` chooses."""

    def change(plan: Plan) -> Plan:
        parts = (
            f"{kind.value}/{key}"
            for kind in (Kind.SECTION, Kind.PLAYBOOK)
            for key in plan.table(kind)
        )
        exercised = tuple(filter(keep, parts))
        return edited(Kind.EXERCISE, "statements-2026", exercised=exercised)(plan)

    return change


def _site(number: int) -> TreeNode:
    """A group that the executive sponsor calls."""
    key, above = rid(f"executive.site-{number}"), rid("executive.sponsor")
    ways = (ChannelKind.MOBILE,)
    site = TreeNode(key, rid("executive"), above, NodeTarget.GROUP, name=f"Site {number}")
    return replace(site, channels=ways, if_no_answer="Call again.")


def hours(amount: int) -> Duration:
    return Duration(amount, TimeUnit.HOURS)


def _in_band(channels: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(replace(channel, out_of_band=False) for channel in channels)


def _held(exercise: Any) -> bool:
    return exercise.state is ExerciseState.HELD


MUTATIONS = (
    Mutation(
        "answer.open/sections/logging_monitoring/monitoring.watch",
        dropped(Kind.ANSWER, "monitoring.watch"),
    ),
    Mutation(
        "section.empty/sections/roadmap",
        edited(Kind.SECTION, "roadmap", prose=" "),
    ),
    Mutation("text.open-variable/sections/scope/scope.moon", said("scope", "See {{scope.moon}}.")),
    Mutation("text.placeholder/sections/scope", said("scope", "TODO")),
    Mutation("text.weak-duty/sections/scope", said("scope", "Readers should read on.")),
    Mutation(
        "text.withdrawn-standard/sections/scope/iso-iec-27001-2013",
        said("scope", "It is part of our ISO/IEC 27001:2013 system."),
    ),
    Mutation(
        "text.dead-reference/sections/scope/role/moon", said("scope", "Ask the [moon](role:moon).")
    ),
    Mutation(
        "contact.none/sections/contacts",
        kept(Kind.PERSON),
        frozenset(
            {
                "contact.no-out-of-band-channel",
                "role.no-holder",
                "role.no-deputy",
                "tree.unreachable",
            }
        ),
    ),
    Mutation(
        "contact.no-channel/people/peter-lang", edited(Kind.PERSON, "peter-lang", channels=())
    ),
    Mutation(
        "contact.no-out-of-band/people/peter-lang",
        edited(Kind.PERSON, "peter-lang", channels=_in_band),
    ),
    Mutation(
        "contact.no-out-of-band-channel/sections/contacts",
        all_edited(Kind.PERSON, channels=_in_band),
        frozenset({"contact.no-out-of-band"}),
    ),
    Mutation(
        "contact.unverified/people/peter-lang",
        edited(Kind.PERSON, "peter-lang", verified_on=LONG_AGO),
    ),
    Mutation("party.no-channel/parties/lantern-pr", edited(Kind.PARTY, "lantern-pr", channels=())),
    Mutation(
        "party.unverified/parties/lantern-pr",
        edited(Kind.PARTY, "lantern-pr", verified_on=None),
    ),
    Mutation(
        "party.no-insurer/sections/contacts",
        together(
            edited(Kind.PARTY, "insurer", kind=PartyKind.OTHER),
            edited(Kind.PROFILE, "profile", insurer=""),
        ),
        frozenset({"text.open-variable"}),
    ),
    Mutation(
        "party.no-retainer/sections/contacts",
        edited(Kind.PARTY, "granite-forensics", kind=PartyKind.OTHER),
    ),
    Mutation(
        "role.none/sections/roles",
        kept(Kind.ROLE),
        frozenset(
            {
                "raci.unknown-role",
                "tree.unknown-target",
                "step.no-role",
                "step.unknown-link",
                "obligation.no-owner",
                "severity.unknown-role",
                "text.dead-reference",
            }
        ),
    ),
    Mutation("role.no-holder/roles/hr-lead", edited(Kind.ROLE, "hr-lead", holder=None)),
    Mutation("role.no-deputy/roles/hr-lead", edited(Kind.ROLE, "hr-lead", deputies=())),
    Mutation("role.no-duties/roles/hr-lead", edited(Kind.ROLE, "hr-lead", duties=())),
    Mutation(
        "role.no-grant/roles/incident-lead", edited(Kind.ROLE, "incident-lead", granted_by="")
    ),
    Mutation(
        "role.overloaded/people/priya-raman",
        together(
            *(
                edited(Kind.ROLE, role, holder=rid("priya-raman"))
                for role in ("hr-lead", "compliance-officer", "scribe")
            )
        ),
    ),
    Mutation("raci.none/sections/roles", kept(Kind.RACI)),
    Mutation(
        "raci.accountable/raci/declare-and-classify",
        edited(
            Kind.RACI,
            "declare-and-classify",
            assignments=lambda parts: tuple(replace(part, part=Raci.ACCOUNTABLE) for part in parts),
        ),
    ),
    Mutation(
        "raci.nobody-acts/raci/declare-and-classify",
        edited(
            Kind.RACI,
            "declare-and-classify",
            assignments=lambda parts: tuple(replace(part, part=Raci.INFORMED) for part in parts),
        ),
        frozenset({"raci.accountable"}),
    ),
    Mutation(
        "raci.unknown-role/raci/declare-and-classify/moon",
        edited(
            Kind.RACI,
            "declare-and-classify",
            assignments=lambda parts: (*parts, RaciAssignment(rid("moon"), Raci.INFORMED)),
        ),
    ),
    Mutation(
        "raci.only-informed/roles/supplier-manager",
        edited(
            Kind.RACI,
            "suppliers",
            assignments=lambda parts: tuple(
                replace(part, part=Raci.INFORMED) if part.role == "supplier-manager" else part
                for part in parts
            ),
        ),
    ),
    Mutation(
        "severity.few-levels/sections/classification",
        kept(Kind.SEVERITY, lambda level: level.rank < 3),
        frozenset({"matrix.empty-cell", "playbook.unknown-severity"}),
    ),
    Mutation("severity.no-meaning/severities/s4", edited(Kind.SEVERITY, "s4", meaning="")),
    Mutation(
        "severity.no-response-time/severities/s4",
        edited(Kind.SEVERITY, "s4", respond_out_of_hours=None),
    ),
    Mutation(
        "severity.no-escalation-time/severities/s4",
        edited(Kind.SEVERITY, "s4", escalate_in_hours=None, escalate_out_of_hours=None),
    ),
    Mutation(
        "severity.unknown-role/severities/s4/moon",
        edited(Kind.SEVERITY, "s4", informed=lambda roles: (*roles, rid("moon"))),
    ),
    Mutation(
        "severity.not-in-matrix/severities/s5",
        added(SPARE_LEVEL),
    ),
    Mutation(
        "playbook.never-starts/playbooks/ransomware/floor",
        all_edited(Kind.CELL, severity=lambda level: rid("s2") if level == rid("s1") else level),
        frozenset({"sample.elsewhere", "severity.not-in-matrix"}),
    ),
    Mutation("matrix.none/sections/classification", kept(Kind.IMPACT)),
    Mutation("matrix.empty-cell/matrix/minor.active", dropped(Kind.CELL, "minor.active")),
    Mutation(
        "matrix.not-monotone/matrix/severe.contained",
        edited(Kind.CELL, "severe.contained", severity=rid("s3")),
    ),
    Mutation(
        "sample.elsewhere/samples/ransomware-servers",
        edited(Kind.SAMPLE, "ransomware-servers", expected=rid("s2")),
    ),
    Mutation(
        "tree.none/sections/escalation",
        together(kept(Kind.TREE_NODE), kept(Kind.TREE)),
    ),
    Mutation(
        "tree.unknown-severity/trees/executive", edited(Kind.TREE, "executive", starts_at=rid("x"))
    ),
    Mutation(
        "tree.unknown-target/tree_nodes/executive.hr",
        edited(Kind.TREE_NODE, "executive.hr", target_id="moon"),
    ),
    Mutation(
        "tree.no-way-on/tree_nodes/executive.hr",
        edited(Kind.TREE_NODE, "executive.hr", if_no_answer=""),
    ),
    Mutation(
        "tree.fan-out/tree_nodes/executive.sponsor",
        together(*(added(_site(at)) for at in range(8))),
    ),
    Mutation(
        "tree.cut-off/tree_nodes/executive.hr",
        edited(Kind.TREE_NODE, "executive.hr", parent=rid("moon")),
    ),
    Mutation(
        "tree.unreachable/tree_nodes/executive.hr",
        edited(Kind.TREE_NODE, "executive.hr", channels=(ChannelKind.PAGER,)),
    ),
    Mutation(
        "tree.single-point/tree_nodes/executive.sponsor",
        edited(
            Kind.TREE_NODE,
            "executive.sponsor",
            target=NodeTarget.PERSON,
            target_id="helen-ashworth",
        ),
    ),
    Mutation("playbook.none/sections/playbooks", together(kept(Kind.PLAYBOOK), kept(Kind.STEP))),
    Mutation("playbook.empty/playbooks/flood", added(Playbook(rid("flood"), "Flood"))),
    Mutation(
        "playbook.unknown-severity/playbooks/ransomware",
        edited(Kind.PLAYBOOK, "ransomware", floor=rid("moon")),
    ),
    Mutation(
        "step.no-role/steps/ransomware.confirm", edited(Kind.STEP, "ransomware.confirm", role=None)
    ),
    Mutation(
        "step.unknown-link/steps/ransomware.notify/message",
        edited(Kind.STEP, "ransomware.notify", message=rid("moon")),
    ),
    Mutation(
        "branch.unknown-step/steps/ransomware.isolate-first/branches",
        edited(Kind.STEP, "ransomware.isolate-first", branches=leading(rid("moon"))),
    ),
    Mutation(
        "branch.elsewhere/steps/ransomware.isolate-first/branches",
        edited(Kind.STEP, "ransomware.isolate-first", branches=leading(rid("phishing.receive"))),
    ),
    Mutation(
        "branch.no-decision/steps/ransomware.confirm/branches",
        edited(Kind.STEP, "ransomware.confirm", branches=leading(None)),
    ),
    Mutation(
        "branch.no-answer/steps/ransomware.isolate-first/branches",
        edited(Kind.STEP, "ransomware.isolate-first", branches=(StepBranch(" "), StepBranch("No"))),
    ),
    Mutation(
        "branch.loop/playbooks/ransomware/ransomware.confirm",
        edited(
            Kind.STEP,
            "ransomware.isolate-first",
            branches=(StepBranch("Yes", rid("ransomware.confirm")),),
        ),
        frozenset({"step.unreachable"}),
    ),
    Mutation(
        "step.unreachable/playbooks/ransomware/ransomware.learn",
        edited(
            Kind.STEP,
            "ransomware.close",
            decision="Whether all is well",
            branches=(StepBranch("All is well", ends=True),),
        ),
    ),
    Mutation(
        "obligation.none/sections/notification",
        kept(Kind.OBLIGATION),
        frozenset({"regime.missing"}),
    ),
    Mutation(
        "obligation.no-regime/sections/notification",
        all_edited(Kind.OBLIGATION, regime=""),
        frozenset({"regime.missing"}),
    ),
    Mutation(
        "obligation.no-owner/obligations/insurer",
        edited(Kind.OBLIGATION, "insurer", decision_owner=None),
    ),
    Mutation(
        "obligation.no-contact/obligations/insurer",
        edited(Kind.OBLIGATION, "insurer", contact=None),
    ),
    Mutation(
        "obligation.no-message/obligations/insurer",
        edited(Kind.OBLIGATION, "insurer", message=None),
    ),
    Mutation(
        "obligation.no-content/obligations/insurer", edited(Kind.OBLIGATION, "insurer", content=())
    ),
    Mutation(
        "obligation.no-deadline/obligations/insurer",
        edited(Kind.OBLIGATION, "insurer", steps=(ObligationStep("Notice"),)),
    ),
    Mutation(
        "obligation.unverified/obligations/insurer",
        edited(Kind.OBLIGATION, "insurer", confidence="memory"),
    ),
    Mutation(
        "regime.drift/obligations/uk-gdpr-33/2026-11-21",
        edited(Kind.OBLIGATION, "uk-gdpr-33", citation="Article 99"),
    ),
    Mutation(
        "regime.missing/sections/notification/uk-gdpr-33", dropped(Kind.OBLIGATION, "uk-gdpr-33")
    ),
    Mutation("metric.none/sections/metrics", kept(Kind.METRIC)),
    Mutation("training.none/sections/training", kept(Kind.TRAINING)),
    Mutation("distribution.none/sections/distribution_protection", kept(Kind.DISTRIBUTION)),
    Mutation("log-source.none/sections/logging_monitoring", kept(Kind.LOG_SOURCE)),
    Mutation(
        "exercise.none-held/sections/exercises",
        kept(Kind.EXERCISE, lambda exercise: not _held(exercise)),
    ),
    Mutation(
        "exercise.no-results/exercises/statements-2026",
        edited(Kind.EXERCISE, "statements-2026", findings=(), results=" "),
    ),
    Mutation(
        "lesson.overdue/lessons/script",
        added(Lesson(rid("script"), "The switchboard had no script.", due=LONG_AGO)),
    ),
    Mutation(
        "playbook.untried/playbooks/ransomware",
        tried(lambda part: part != "playbooks/ransomware"),
    ),
    Mutation(
        "section.untried/sections/exercises",
        tried(lambda part: part != "sections/containment"),
    ),
    Mutation("exercise.none-planned/sections/exercises", kept(Kind.EXERCISE, _held)),
    Mutation(
        "exercise.old/sections/exercises",
        together(
            *(
                edited(Kind.EXERCISE, key, on=LONG_AGO)
                for key in ("statements-2026", "ransomware-2026", "restore-2026", "call-tree-2026")
            )
        ),
    ),
    Mutation(
        "version.approved-by-author/versions/1-0",
        edited(Kind.VERSION, "1-0", approvers=("Priya Raman",)),
    ),
    Mutation("version.no-approver/versions/1-0", edited(Kind.VERSION, "1-0", approvers=())),
    Mutation(
        "review.no-date/sections/maintenance_review", all_edited(Kind.VERSION, issued_on=None)
    ),
    Mutation(
        "review.overdue/sections/maintenance_review", all_edited(Kind.VERSION, issued_on=LONG_AGO)
    ),
    Mutation(
        "time.severity/sections/escalation/s1/respond",
        said("escalation", "S1 incidents: the first response starts within 2 hours."),
    ),
    Mutation(
        "time.answer/sections/detection_reporting/reporting.within",
        said("detection_reporting", "Staff shall report what they suspect within 2 hours."),
    ),
    Mutation(
        "time.obligation/sections/notification/uk-gdpr-33",
        said("notification", "Under the GDPR the authority is notified within 48 hours."),
    ),
    Mutation(
        "time.step-obligation/steps/ransomware.notify/uk-gdpr-33",
        edited(
            Kind.STEP,
            "ransomware.notify",
            action="Send the GDPR notice to the authority.",
            within=hours(96),
        ),
    ),
    Mutation(
        "time.playbook/playbooks/ransomware/ransomware.confirm",
        edited(Kind.STEP, "ransomware.confirm", within=hours(8)),
    ),
    Mutation(
        "time.tree/trees/activation/activation.privacy",
        edited(Kind.TREE_NODE, "activation.privacy", allowed=hours(4)),
    ),
    Mutation(
        "promise.no-owner/sections/scope",
        said("scope", "Batteries of the radios shall be replaced every quarter."),
    ),
)
"""By the key of the finding expected."""
