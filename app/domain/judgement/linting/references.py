"""References in text that lead nowhere."""

from collections.abc import Iterator

from app.domain.document.prose.mentions import references
from app.domain.document.prose.targets import TARGETS, target_name
from app.domain.judgement.context import Context, applies
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.reading import parsed
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section


def _dead(context: Context, section: Section) -> Iterator[Finding]:
    if not applies(section):
        return
    seen: set[tuple[str, str]] = set()
    for reference in references(parsed(section.prose)):
        key = (reference.kind.value, reference.target)
        if key in seen or target_name(context.plan, reference) is not None:
            continue
        seen.add(key)
        yield Finding(
            "text.dead-reference",
            Weight.WARN,
            Kind.SECTION,
            section.id,
            f"{section.title} refers to the {reference.kind.value} {reference.target!r}, "
            "which the plan does not define.",
            f"Define it, or refer to another {reference.kind.value}.",
            section.id,
            "/".join(key),
        )


RECORD_RULES = (
    RecordRule("text.dead-reference", Kind.SECTION, _dead, looks_up=frozenset(TARGETS.values())),
)
