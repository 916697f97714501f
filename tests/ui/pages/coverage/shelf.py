"""Two small frameworks, the elements they need, and a library that has nothing else."""

from dataclasses import replace
from typing import Any

from app.domain.document.labels import Labels
from app.domain.interview.language import Language
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.crosswalk import Crosswalk, CrosswalkRow, Relation, SourceKind
from app.domain.judgement.elements.element import Answered, Element, Rows, Says
from app.domain.judgement.regimes import Regime
from app.domain.judgement.requirements import (
    CheckKind,
    Confidence,
    Framework,
    FrameworkStatus,
    Requirement,
)
from app.domain.plan.kinds import Kind
from app.services.library import (
    FrameworkSummary,
    FrameworkUnknown,
    LibraryFileInvalid,
    TemplateSummary,
    TemplateUnknown,
)
from tests.ui.fakes import TODAY

ELEMENTS = (
    Element("goal", "the goal of the plan", "purpose", (Answered(("purpose.goal",)),)),
    Element("lead", "a holder for every role", "contacts", (Rows(Kind.ROLE, 1, (), ("holder",)),)),
    Element("handled", "incidents are handled", "purpose", (Says(("purpose",), (("handled",),)),)),
)


def requirement(key: str, title: str, *needs: str, **fields: Any) -> Requirement:
    blank = Requirement(
        key,
        title,
        f"{title}, in our words.",
        ("purpose",),
        CheckKind.MUST_COVER,
        "",
        f"Alpha, clause {key}",
        Confidence.HIGH,
        needs=needs,
    )
    return replace(blank, **fields)


def framework(key: str, *requirements: Requirement, **fields: Any) -> Framework:
    blank = Framework(
        id=key,
        name=f"{key.title()} standard, a test",
        publisher="Tests",
        edition="1st ed.",
        published="2026",
        status=FrameworkStatus.CURRENT,
        kind="standard",
        licence="none",
        read_on=TODAY,
        requirements=requirements,
        note=f"What {key} is for.",
    )
    return replace(blank, **fields)


ALPHA = framework(
    "alpha",
    requirement("A", "Whole", "handled"),
    requirement("A.1", "State a goal", "goal", evidence=("Minutes of the board",)),
    requirement("A.2", "Fill the roles", "lead", "goal", "handled"),
    requirement("A.3", "Commit", check=CheckKind.ATTEST, level="control"),
    requirement("A.4", "Show a record", check=CheckKind.LINK_EVIDENCE),
    requirement("A.5", "Point elsewhere", check=CheckKind.CROSS_REF, confidence=Confidence.MEMORY),
)
BETA = framework(
    "beta",
    requirement("B-1", "Start low", baselines=("low", "high"), check=CheckKind.ATTEST),
    requirement("B-2", "Go high", baselines=("high",), check=CheckKind.ATTEST),
    status=FrameworkStatus.WITHDRAWN,
    aliases=("beta-old",),
)


def crossed(one: str, other: str, relation: Relation, kind: SourceKind) -> CrosswalkRow:
    framework_id, requirement_id = one.split("/")
    other_framework, other_requirement = other.split("/")
    return CrosswalkRow(
        framework_id,
        requirement_id,
        other_framework,
        other_requirement,
        relation,
        f"Table of {kind.value}",
        kind,
        Confidence.HIGH,
    )


CROSSWALK = Crosswalk(
    (
        crossed("alpha/A.1", "gamma/Z-9", Relation.RELATED, SourceKind.OFFICIAL),
        crossed("alpha/A.1", "beta/B-1", Relation.EQUAL, SourceKind.SECONDARY),
        crossed("alpha/A.1", "alpha/A.3", Relation.SUBSET, SourceKind.OWN),
        *(
            crossed("alpha/A.2", f"gamma/Z-{at}", Relation.INTERSECT, SourceKind.OWN)
            for at in range(9)
        ),
    )
)


class SmallLibrary:
    """Has ALPHA and BETA; `broken` names those whose files cannot be read."""

    def __init__(self) -> None:
        self.broken: set[str] = set()

    def templates(self) -> tuple[TemplateSummary, ...]:
        return ()

    def template(self, template_id: str, language: str = "") -> PlanTemplate:
        raise TemplateUnknown(template_id, ())

    def languages(self) -> tuple[Language, ...]:
        return ()

    def labels(self, language: str) -> Labels:
        raise NotImplementedError

    def regimes(self) -> tuple[Regime, ...]:
        return ()

    def elements(self) -> tuple[Element, ...]:
        return ELEMENTS

    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        self._check("shelf")
        return tuple(
            FrameworkSummary(
                item.id,
                item.name,
                item.publisher,
                item.edition,
                item.status,
                item.kind,
                len(item.requirements),
                item.has_baselines,
                item.aliases,
            )
            for item in (ALPHA, BETA)
        )

    def framework(self, framework_id: str) -> Framework:
        self._check(framework_id)
        for item in (ALPHA, BETA):
            if framework_id in (item.id, *item.aliases):
                return item
        raise FrameworkUnknown(framework_id, ("alpha", "beta"))

    def crosswalk(self) -> Crosswalk:
        self._check("crosswalk")
        return CROSSWALK

    def shelf(self, framework_id: str) -> Framework | None:
        try:
            return self.framework(framework_id)
        except FrameworkUnknown:
            return None

    def _check(self, name: str) -> None:
        if name in self.broken:
            raise LibraryFileInvalid((f"{name}: not readable",))
