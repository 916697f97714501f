"""Everything the page shows of one requirement, so that it is redrawn only when that differs."""

from dataclasses import dataclass

from app.domain.interview.conditions import holds
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import all_answers
from app.domain.judgement.coverage import RequirementStatus
from app.domain.judgement.crosswalk import CrosswalkRow
from app.domain.judgement.elements.element import (
    Answered,
    Element,
    ElementState,
    ElementStatus,
    Evidence,
)
from app.domain.judgement.requirements import Framework
from app.domain.plan.assurance import EvidenceRecord, requirement_key
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.vouching import linked
from ui.bridge.session import PlanBridge
from ui.bridge.words import short_name
from ui.models.framework_shelf import FrameworkShelf


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element, where the plan shows it, and the target of the window where it is mended.

    `mended_in` is the title of the section to mend it in; both are blank when nothing is lacking.
    """

    status: ElementStatus
    evidence: tuple[Evidence, ...] = ()
    mend: str = ""
    mended_in: str = ""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A requirement of another framework in words; `target` is blank when it is not chosen."""

    row: CrosswalkRow
    framework: str
    title: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class RequirementView:
    """A requirement, its verdict, and what that rests on.

    `filed` are the records linked to it, those that do not count yet among them.
    """

    framework: Framework
    status: RequirementStatus
    elements: tuple[ElementView, ...] = ()
    filed: tuple[EvidenceRecord, ...] = ()
    related: tuple[RelatedView, ...] = ()

    @property
    def key(self) -> RecordId:
        """What attestations, evidence and exclusions name it by."""
        return requirement_key(self.framework.id, self.status.requirement.id)


def view_of(
    bridge: PlanBridge, shelf: FrameworkShelf, framework: Framework, status: RequirementStatus
) -> RequirementView:
    """What is shown of a requirement of a chosen framework now."""
    key = requirement_key(framework.id, status.requirement.id)
    return RequirementView(
        framework,
        status,
        tuple(_element(bridge, one) for one in status.elements),
        linked(bridge.plan, key),
        _related(bridge, shelf, framework, status),
    )


def evidence_target(evidence: Evidence, template: PlanTemplate) -> str:
    """Where in the window a reader finds `evidence`."""
    match evidence.kind:
        case Kind.ANSWER if evidence.record in template.questions:
            return f"question:{evidence.record}"
        case Kind.ANSWER | Kind.SECTION:
            return f"section:{evidence.section}"
        case _:
            return f"record:{evidence.kind.value}:{evidence.record}"


def _element(bridge: PlanBridge, status: ElementStatus) -> ElementView:
    evidence = bridge.judgement.evidence(status.element.id)
    section = bridge.plan.sections.get(RecordId(status.element.section))
    if section is None or status.state in (ElementState.MET, ElementState.NOT_EXPECTED):
        return ElementView(status, evidence)
    open_ones = _open_questions(bridge, status.element, evidence)
    mend = f"question:{open_ones[0]}" if open_ones else f"section:{section.id}"
    return ElementView(status, evidence, mend, section.title)


def _open_questions(
    bridge: PlanBridge, element: Element, evidence: tuple[Evidence, ...]
) -> list[str]:
    """The questions in the element's section that are asked and would show it if answered."""
    answered = {found.record for found in evidence if found.kind is Kind.ANSWER}
    wanted = [
        name
        for test in element.tests
        if isinstance(test, Answered)
        for name in test.questions
        if name not in answered
    ]
    answers = all_answers(bridge.plan) if wanted else {}
    known = bridge.template.questions
    return [
        name
        for name in wanted
        if name in known
        and known[name].section == element.section
        and holds(known[name].when, answers)
    ]


def _related(
    bridge: PlanBridge, shelf: FrameworkShelf, framework: Framework, status: RequirementStatus
) -> tuple[RelatedView, ...]:
    """Those in chosen frameworks first, where one can go on."""
    rows = shelf.related(framework.id, status.requirement.id)
    in_scope = {
        item.id: {one.requirement.id for one in bridge.judgement.coverage(item.id)}
        for item in bridge.judgement.frameworks
    }
    shown = [_in_words(shelf, row, in_scope) for row in rows]
    return tuple(sorted(shown, key=lambda one: not one.target))


def _in_words(
    shelf: FrameworkShelf, row: CrosswalkRow, in_scope: dict[str, set[str]]
) -> RelatedView:
    other = shelf.framework(row.other_framework)
    if other is None:
        return RelatedView(row, row.other_framework)
    found = other.find(row.other_requirement)
    reachable = row.other_requirement in in_scope.get(row.other_framework, ())
    target = f"requirement:{row.other_framework}/{row.other_requirement}" if reachable else ""
    return RelatedView(row, short_name(other.name), found.title if found else "", target)
