"""Where the answers to the decision of a step lead, in words."""

from collections.abc import Mapping

from app.domain.plan.ids import RecordId
from app.domain.plan.playbooks import PlaybookStep, StepBranch
from app.export.compose.scribe import Scribe


def branch_words(
    scribe: Scribe, step: PlaybookStep, numbers: Mapping[RecordId, int]
) -> tuple[str, ...]:
    """One phrase for each answer of `step`; `numbers` are those of the steps of its playbook."""
    return tuple(_words(scribe, way, numbers) for way in step.branches)


def _words(scribe: Scribe, way: StepBranch, numbers: Mapping[RecordId, int]) -> str:
    answer = " ".join(way.answer.split()) or scribe.say("playbook.branch.unsaid")
    if way.to is not None and way.to in numbers:
        return scribe.say("playbook.branch.step", answer=answer, number=numbers[way.to])
    if way.ends and way.to is None:
        return scribe.say("playbook.branch.close", answer=answer)
    return scribe.say("playbook.branch.onward", answer=answer)
