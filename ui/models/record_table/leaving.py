"""What a person is told before several records are removed at once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.document.prose.mentions import references
from app.domain.document.prose.targets import TARGETS
from app.domain.judgement.reading import parsed
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from ui.models.record_names import name_of, table_words

FEW = 4
"""So many of the records are named."""


def left_behind(plan: Plan, kind: Kind, keys: Sequence[RecordId], changes: ChangeSet) -> str:
    """Which records go, and what becomes of those that name them."""
    return "\n".join(_lines(plan, kind, keys, changes))


def _lines(plan: Plan, kind: Kind, keys: Sequence[RecordId], changes: ChangeSet) -> Iterator[str]:
    translate = QCoreApplication.translate
    names = ", ".join(name_of(plan, kind, key) for key in keys[:FEW])
    more = translate("Removal", " and {0} more").format(len(keys) - FEW)
    yield translate("Removal", "{0}: {1}.").format(
        table_words(kind).many, names + (more if len(keys) > FEW else "")
    )
    going = frozenset(keys)
    others = [item for item in changes if item.kind is not kind or item.id not in going]
    gone = Counter(item.kind for item in others if item.after is None)
    mended = Counter(item.kind for item in others if item.after is not None)
    if gone:
        yield translate("Removal", "Removed with them: {0}.").format(_counts(gone))
    if mended:
        yield translate("Removal", "No longer named in: {0}.").format(_counts(mended))
    texts = _mentioning(plan, kind, going)
    if texts:
        said = translate("Removal", "Still mentioned in the text of: {0}. Mend it there.")
        yield said.format(", ".join(texts))
    yield translate("Removal", "This can be undone.")


def _counts(found: Counter[Kind]) -> str:
    return ", ".join(f"{table_words(kind).many} ({count})" for kind, count in found.items())


def _mentioning(plan: Plan, kind: Kind, going: frozenset[RecordId]) -> list[str]:
    """The titles of the sections whose text refers to one of the records."""
    kinds = {reference for reference, table in TARGETS.items() if table is kind}
    if not kinds:
        return []
    return [
        section.title
        for section in plan.sections.values()
        if any(
            found.kind in kinds and found.target in going
            for found in references(parsed(section.prose))
        )
    ]
