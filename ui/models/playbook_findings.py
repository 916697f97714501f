"""What is found in playbooks, by the playbook and by the step it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class PlaybookFindings:
    """Open findings by playbook, those of its steps among them, and by step."""

    of_playbook: dict[RecordId, list[Finding]] = field(default_factory=dict)
    of_step: dict[RecordId, list[Finding]] = field(default_factory=dict)

    def count(self, playbook: RecordId) -> int:
        """How many there are in a playbook and its steps."""
        return len(self.of_playbook.get(playbook, ()))

    def only_of(self, playbook: RecordId) -> list[Finding]:
        """Those about the playbook that no single step bears."""
        of_steps = {finding.key for found in self.of_step.values() for finding in found}
        return [one for one in self.of_playbook.get(playbook, ()) if one.key not in of_steps]


def playbook_findings(plan: Plan, findings: Iterable[Finding]) -> PlaybookFindings:
    """The `findings` that are about playbooks or steps."""
    made = PlaybookFindings()
    for finding in findings:
        step = _step_of(plan, finding)
        if step is not None:
            made.of_step.setdefault(step, []).append(finding)
            playbook = plan.steps[step].playbook
            made.of_playbook.setdefault(playbook, []).append(finding)
        elif finding.kind is Kind.PLAYBOOK:
            made.of_playbook.setdefault(finding.record, []).append(finding)
    return made


def _step_of(plan: Plan, finding: Finding) -> RecordId | None:
    """A rule of playbooks names the step it objects to as the field."""
    if finding.kind is Kind.STEP and finding.record in plan.steps:
        return finding.record
    named = RecordId(finding.field)
    return named if finding.kind is Kind.PLAYBOOK and named in plan.steps else None
