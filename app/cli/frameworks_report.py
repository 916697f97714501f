"""What is said of frameworks and their requirements, for people and for programs."""

from collections import Counter
from collections.abc import Collection, Iterator
from enum import Enum

from app.domain.judgement.coverage import BEYOND_TEXT
from app.domain.judgement.crosswalk import Crosswalk, CrosswalkRow
from app.domain.judgement.requirements import Confidence, Framework, Requirement

REPORT_FORMAT = "irplan-frameworks/1"
"""Names the shape of the JSON report."""

VERIFY = "verify before relying on this"
"""Said of what was written down from memory."""


class JudgedBy(Enum):
    """What a verdict on a requirement rests on."""

    STRUCTURE = "structure"
    WORDS = "words"
    PERSON = "person"


def judged_by(requirement: Requirement, structural: Collection[str]) -> JudgedBy:
    """What the verdict rests on; `structural` are the ids of elements shown by more than words."""
    if requirement.check in BEYOND_TEXT or not requirement.needs:
        return JudgedBy.PERSON
    if any(name in structural for name in requirement.needs):
        return JudgedBy.STRUCTURE
    return JudgedBy.WORDS


def counts(framework: Framework, structural: Collection[str]) -> dict[JudgedBy, int]:
    """How many of the requirements that are not withdrawn are judged by what."""
    counted = Counter(judged_by(item, structural) for item in framework.chosen())
    return {by: counted[by] for by in JudgedBy}


def framework_data(framework: Framework, structural: Collection[str]) -> dict[str, object]:
    """The framework without its requirements, as JSON data."""
    return {
        "id": framework.id,
        "aliases": list(framework.aliases),
        "name": framework.name,
        "publisher": framework.publisher,
        "edition": framework.edition,
        "published": framework.published,
        "status": framework.status.value,
        "kind": framework.kind,
        "requirements": len(framework.chosen()),
        "judged_by": {by.value: count for by, count in counts(framework, structural).items()},
    }


def requirement_data(
    framework: Framework, item: Requirement, structural: Collection[str], crosswalk: Crosswalk
) -> dict[str, object]:
    """One requirement as JSON data, with what it is related to in other frameworks."""
    return {
        "id": item.id,
        "aliases": list(item.aliases),
        "title": item.title,
        "text": item.text,
        "level": item.level,
        "relevance": item.relevance.value,
        "withdrawn": item.withdrawn,
        "baselines": list(item.baselines),
        "sections": list(item.sections),
        "check": item.check.value,
        "judged_by": judged_by(item, structural).value,
        "needs": list(item.needs),
        "confidence": item.confidence.value,
        "verify": item.confidence is Confidence.MEMORY,
        "source": item.source,
        "also": [_related(row) for row in crosswalk.also(framework.id, item.id)],
    }


def requirement_lines(framework: Framework, structural: Collection[str]) -> Iterator[str]:
    """The framework and each of its requirements in words."""
    yield f"{framework.name}, {framework.edition}"
    yield f"{framework.publisher}, {framework.status.value.replace('-', ' ')}"
    if framework.note:
        yield framework.note
    yield ""
    for item in framework.requirements:
        withdrawn = " (withdrawn)" if item.withdrawn else ""
        by = judged_by(item, structural).value
        yield f"{item.id}  {item.title}{withdrawn}"
        yield f"    {item.check.value}, judged by {by}, confidence {_confidence(item)}"
        yield f"    {item.source}"


def _confidence(item: Requirement) -> str:
    doubt = f": {VERIFY}" if item.confidence is Confidence.MEMORY else ""
    return item.confidence.value + doubt


def _related(row: CrosswalkRow) -> dict[str, str]:
    return {
        "framework": row.other_framework,
        "requirement": row.other_requirement,
        "relation": row.relation.value,
        "source": row.source,
        "source_kind": row.source_kind.value,
        "confidence": row.confidence.value,
    }
