"""What parts and sections are called and numbered, as the exported document does it."""

from PySide6.QtCore import QCoreApplication

from app.domain.interview.arrangement import arranged
from app.domain.interview.template import Part, PlanTemplate
from app.domain.plan.plan import Plan


def parts(plan: Plan, template: PlanTemplate) -> tuple[Part, ...]:
    """The parts the plan has sections in, in document order."""
    return arranged(template, plan.sections)


def part_title(part: Part) -> str:
    """The name of a part; the template's own, which is data."""
    return part.title or QCoreApplication.translate("Parts", "Further sections")


def part_of(plan: Plan, template: PlanTemplate, key: str) -> str:
    """The name of the part that the section `key` of the plan stands in."""
    return next(part_title(part) for part in parts(plan, template) if key in part.sections)


def numbers(plan: Plan, template: PlanTemplate) -> dict[str, str]:
    """The number of each section, such as 3.4, by its key, in document order."""
    return {
        key: f"{at}.{place}"
        for at, part in enumerate(parts(plan, template), start=1)
        for place, key in enumerate(part.sections, start=1)
    }
