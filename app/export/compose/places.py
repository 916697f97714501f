"""Which places the document of a plan has, so that only those are referred to."""

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan


def presents(plan: Plan, section: str) -> bool:
    """Whether the document has `section` with its records."""
    found = plan.sections.get(RecordId(section))
    return found is not None and not found.not_applicable.strip()
