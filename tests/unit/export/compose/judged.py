"""Small plans judged by small frameworks, for documents that fit on a screen."""

from datetime import date
from typing import Any

from app.domain.interview.template import Part
from app.domain.judgement.elements.element import Element, Test
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import (
    CheckKind,
    Confidence,
    Framework,
    FrameworkStatus,
    Requirement,
)
from app.domain.judgement.standards import Standards
from app.domain.plan.plan import Plan
from app.domain.plan.sections import SECTION_GROUPS, SECTION_KEYS, Section
from tests.builders import NOON, question, rid, section, template

PARTS = tuple(
    Part(group.value, group.value.title(), keys) for group, keys in SECTION_GROUPS.items()
)
"""A part for each group of sections, called by the group's name."""

FRAMEWORK_NAME = "NIST SP 800-61 Rev. 3, Incident Response Recommendations"


def requirement(name: str, *sections: str, **changes: Any) -> Requirement:
    values: dict[str, Any] = {
        "id": name,
        "title": f"Title of {name}",
        "text": "Text.",
        "sections": sections,
        "check": CheckKind.MUST_COVER,
        "hint": "Hint",
        "source": "Source",
        "confidence": Confidence.HIGH,
    }
    return Requirement(**(values | changes))


def framework(*requirements: Requirement, **changes: Any) -> Framework:
    values: dict[str, Any] = {
        "id": "nist",
        "name": FRAMEWORK_NAME,
        "publisher": "NIST",
        "edition": "Rev. 3",
        "published": "2025",
        "status": FrameworkStatus.CURRENT,
        "kind": "controls",
        "licence": "free",
        "read_on": date(2026, 11, 21),
        "requirements": requirements,
    }
    return Framework(**(values | changes))


def written(key: str, prose: str = "Text.", **fields: Any) -> Section:
    return Section(rid(key), f"Title of {key}", prose, **fields)


def element(name: str, label: str, *tests: Test, at: str = "scope") -> Element:
    return Element(name, label, at, tests)


def judged(
    plan: Plan,
    *frameworks: Framework,
    elements: tuple[Element, ...] = (),
    parts: tuple[Part, ...] = PARTS,
    pages: tuple[int, int] = (15, 25),
) -> Judgement:
    asked = template(
        section("purpose", questions=(question("purpose.objectives", required=True),)),
        *(section(key) for key in SECTION_KEYS if key != "purpose"),
        parts=parts,
        pages=pages,
    )
    return Judgement(plan, asked, Standards(frameworks, elements), NOON.date())
