"""What a person is told before a record that others name is removed."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from ui.models.record_links import mentions
from ui.models.record_names import name_of, table_words

FEW = 6
"""So many records are named; of more only the number is said."""


def consequences(plan: Plan, kind: Kind, key: RecordId, changes: ChangeSet) -> str:
    """What else changes when the record goes, in lines; blank when nothing does."""
    return "\n".join(_lines(plan, kind, key, changes))


def _lines(plan: Plan, kind: Kind, key: RecordId, changes: ChangeSet) -> Iterator[str]:
    translate = QCoreApplication.translate
    others = [change for change in changes if (change.kind, change.id) != (kind, key)]
    gone = [(item.kind, item.id) for item in others if item.after is None]
    mended = [(item.kind, item.id) for item in others if item.after is not None]
    if gone:
        yield translate("Removal", "Removed with it: {0}.").format(_named(plan, gone))
    if mended:
        yield translate("Removal", "No longer named in: {0}.").format(_named(plan, mended))
    texts = [section.title for section in mentions(plan, kind, key)]
    if texts:
        said = translate("Removal", "Still mentioned in the text of: {0}. Mend it there.")
        yield said.format(", ".join(texts))


def _named(plan: Plan, records: list[tuple[Kind, RecordId]]) -> str:
    if len(records) <= FEW:
        return ", ".join(
            f"{table_words(kind).one} \u201c{name_of(plan, kind, key)}\u201d"
            for kind, key in records
        )
    counts = Counter(kind for kind, _ in records)
    return ", ".join(f"{table_words(kind).many} ({count})" for kind, count in counts.items())
