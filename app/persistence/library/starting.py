"""Records a template proposes to a new plan, from starting/<name>.yaml."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from app.domain.interview.conditions import Condition
from app.domain.interview.template import StartingRecord
from app.domain.plan.codec import NotPlanData, record_from
from app.domain.plan.ids import is_record_id
from app.domain.plan.plan import RECORD_TYPES, Kind, Record, kind_of
from app.persistence.library.changing import both
from app.persistence.library.files import LibraryFile, load
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.conditions import ConditionFile, condition_from
from app.persistence.library.schema.template import StartingFile
from app.persistence.library.spans import with_spans

NEVER_PROPOSED: Final = frozenset(
    {
        Kind.PROFILE,
        Kind.SECTION,
        Kind.ANSWER,
        Kind.PERSON,
        Kind.VERSION,
        Kind.ACTION,
        Kind.COMMENT,
        Kind.ACCEPTED,
        Kind.ATTESTATION,
        Kind.EVIDENCE,
        Kind.EXCLUSION,
        Kind.DECISION,
        Kind.UPKEEP,
        Kind.ACT,
        Kind.FILE,
        Kind.SESSION,
        Kind.ACTIVATION,
        Kind.LESSON,
    }
)
"""What only an organisation can state, or only the program writes."""

OWN_KIND: Final = "type"
"""In a file `kind` names the table; a record's own `kind` field (exercises, parties) is `type`."""

_KINDS = {kind.value: kind for kind in Kind if kind not in NEVER_PROPOSED}


def read_starting(file: LibraryFile, problems: Problems) -> list[Placed[StartingRecord]]:
    """The starting records of one file; broken ones are left out and noted."""
    data = load(file, problems)
    content = None if data is None else validated(StartingFile, data, file.name, problems)
    return [] if content is None else _records(file.name, content, problems)


def starting_changes(
    base: Iterable[Placed[StartingRecord]], file: LibraryFile, problems: Problems
) -> list[Placed[StartingRecord]]:
    """`base` without the kinds that `file` replaces, and with its records in place of others."""
    data = load(file, problems)
    content = None if data is None else validated(StartingFile, data, file.name, problems)
    if content is None:
        return list(base)
    dropped = {_KINDS.get(name) for name in content.instead_of}
    for at, name in enumerate(content.instead_of):
        if name not in _KINDS:
            sentence = f"{name!r} is none of {', '.join(_KINDS)}"
            problems.note(file.name, f"instead_of[{at}]", sentence)
    kept = _by_id(item for item in base if kind_of(item.item.record) not in dropped)
    own = _by_id(_records(file.name, content, problems))
    return list(chain.from_iterable((kept | own).values()))


def _by_id(
    records: Iterable[Placed[StartingRecord]],
) -> dict[tuple[Kind, str], list[Placed[StartingRecord]]]:
    """Alternatives, which share kind and id, stay together."""
    grouped: dict[tuple[Kind, str], list[Placed[StartingRecord]]] = {}
    for item in records:
        record = item.item.record
        grouped.setdefault((kind_of(record), record.id), []).append(item)
    return grouped


def _records(file: str, content: StartingFile, problems: Problems) -> list[Placed[StartingRecord]]:
    return limited(starting_records(file, content.records, problems), condition_from(content.when))


def limited(
    records: Iterable[Placed[StartingRecord]], when: Condition | None
) -> list[Placed[StartingRecord]]:
    """The records, each only while `when` holds as well."""
    return [
        Placed(placed.file, placed.place, replace(placed.item, when=both(when, placed.item.when)))
        for placed in records
    ]


def starting_records(
    file: str, rows: Iterable[dict[str, Any]], problems: Problems
) -> list[Placed[StartingRecord]]:
    """The starting records that `rows` of `file` spell; broken ones are left out and noted."""
    read = [_starting(Placed(file, f"records[{at}]", row), problems) for at, row in enumerate(rows)]
    return [item for item in read if item is not None]


def read_record(kind: Kind, row: Placed[dict[str, Any]], problems: Problems) -> Record | None:
    """The record of `kind` that a row's fields spell; None, with problems noted, if none."""
    try:
        record = record_from(kind, with_spans(RECORD_TYPES[kind], row.item))
    except NotPlanData as error:
        for problem in error.problems:
            problems.note(row.file, row.place + problem.removeprefix(kind.value), "")
        return None
    if not is_record_id(record.id):
        sentence = f"'{record.id}' is no id; use lower-case letters, digits, dots and dashes"
        problems.note(row.file, f"{row.place}.id", sentence)
    return record


def _starting(row: Placed[dict[str, Any]], problems: Problems) -> Placed[StartingRecord] | None:
    kind = _KINDS.get(str(row.item.get("kind")))
    if kind is None:
        sentence = f"{row.item.get('kind')!r} is none of {', '.join(_KINDS)}"
        problems.note(row.file, f"{row.place}.kind", sentence)
        return None
    fields = {name: value for name, value in row.item.items() if name not in {"kind", "when"}}
    if "kind" in RECORD_TYPES[kind].__dataclass_fields__ and OWN_KIND in fields:
        fields["kind"] = fields.pop(OWN_KIND)
    when = _when(row, problems)
    record = read_record(kind, Placed(row.file, row.place, fields), problems)
    return None if record is None else Placed(row.file, row.place, StartingRecord(record, when))


def _when(row: Placed[dict[str, Any]], problems: Problems) -> Condition | None:
    if "when" not in row.item:
        return None
    at = f"{row.place}.when"
    return condition_from(validated(ConditionFile, row.item["when"], row.file, problems, at))
