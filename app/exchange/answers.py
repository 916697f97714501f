"""Answers in a TOML file: what an organisation states, without a window."""

import tomllib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

from app.domain.errors import IrplanError
from app.domain.interview.drafting import AnswerSheet, SectionWords, Unknown, starting_records
from app.domain.interview.questions import AnswerDoesNotFit, fit
from app.domain.interview.template import PlanTemplate
from app.domain.plan.codec import NotPlanData, record_data, record_from
from app.domain.plan.plan import Kind, Record, kind_of
from app.domain.plan.sections import AnswerValue
from app.exchange.content import content_problems
from app.exchange.record_ids import id_problems, with_id

LARGEST_FILE = 5_000_000
"""Bytes; a file of answers is never that large."""

NEVER_STATED = frozenset(
    {Kind.PROFILE, Kind.SECTION, Kind.ANSWER, Kind.ACT, Kind.FILE, Kind.SESSION}
)
"""What has keys of its own in the file, and what only the program writes."""

STATED_KINDS = tuple(kind for kind in Kind if kind not in NEVER_STATED)
"""The tables a file may state records of, as `[[people]]` and so on."""

NAMED = ("template", "language")
"""What a file may say of itself: the template and the language it is written for."""

_SECTION_FIELDS = frozenset({"text", "add", "owner", "not_applicable"})


class AnswersUnreadable(IrplanError):
    """The file is missing, too large, not UTF-8 or not TOML."""

    code: ClassVar[str] = "answers.unreadable"


class AnswersInvalid(IrplanError):
    """Answers do not fit their questions; `problems` names every place."""

    code: ClassVar[str] = "answers.invalid"

    def __init__(self, path: Path, problems: tuple[str, ...]) -> None:
        count = "1 entry does" if len(problems) == 1 else f"{len(problems)} entries do"
        listed = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(
            f"{count} not fit in {path.name}; correct and try again:\n{listed}", file=str(path)
        )
        self.problems = problems


def written_for(path: Path) -> tuple[str, str]:
    """The ids of the template and of the language that the file in `path` names; blank if none.

    Raises:
        AnswersUnreadable: the file cannot be read as TOML.
    """
    data = _parsed(path)
    template, language = data.get("template", ""), data.get("language", "")
    return (
        template if isinstance(template, str) else "",
        language if isinstance(language, str) else "",
    )


def read_answers(path: Path, template: PlanTemplate) -> AnswerSheet:
    """The answers, records and section texts in `path`.

    Raises:
        AnswersUnreadable: the file cannot be read as TOML.
        AnswersInvalid: with every entry that does not fit.
    """
    data = _parsed(path)
    unfit = tuple(content_problems(data))
    if unfit:
        raise AnswersInvalid(path, unfit)
    problems = [f"{name}: is no part of an answers file" for name in data if name not in _PARTS]
    answers = _answers(data.get("answers", {}), template, problems)
    sections = _sections(data.get("sections", {}), template, problems)
    extends = frozenset(_extended(data.get("extends", []), problems))
    records = tuple(_records(data, _proposed(template, answers, extends), problems))
    unknown = dict(_unknown(data.get("unknown", {}), template, answers, problems))
    problems += [
        f"{name}: is not text" for name in NAMED if not isinstance(data.get(name, ""), str)
    ]
    if problems:
        raise AnswersInvalid(path, tuple(problems))
    empty = frozenset(kind for kind in STATED_KINDS if data.get(kind.value) == [])
    return AnswerSheet(
        answers, records, sections, empty, extends, unknown, *(data.get(name, "") for name in NAMED)
    )


_PARTS = frozenset(
    {*NAMED, "answers", "sections", "unknown", "extends", *(kind.value for kind in STATED_KINDS)}
)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise AnswersUnreadable(f"{path.name} is larger than 5 MB; is it an answers file?")
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise AnswersUnreadable(
            f"{path} cannot be read: {(error.strerror or 'unknown error').lower()}."
        ) from error
    except UnicodeDecodeError as error:
        raise AnswersUnreadable(
            f"{path.name} is not UTF-8 text; save it as UTF-8 and try again."
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise AnswersUnreadable(f"{path.name} is not TOML: {error}.") from error


def _answers(tables: object, template: PlanTemplate, problems: list[str]) -> dict[str, AnswerValue]:
    if not isinstance(tables, Mapping):
        problems.append("answers: is not a table")
        return {}
    answers: dict[str, AnswerValue] = {}
    for name, raw in _flattened(tables, "", frozenset(template.questions)):
        question = template.questions.get(name)
        if question is None:
            problems.append(f"answers.{name}: is no question of the template {template.id}")
            continue
        if name in answers:
            problems.append(f"answers.{name}: is answered twice")
        try:
            answers[name] = fit(question, raw)
        except AnswerDoesNotFit as error:
            problems.append(f"answers.{name}: {error}")
    return answers


def _flattened(
    table: Mapping[str, Any], prefix: str, questions: frozenset[str]
) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        path = f"{prefix}{name}"
        if isinstance(value, Mapping) and path not in questions:
            yield from _flattened(value, f"{path}.", questions)
        else:
            yield path, value


def _sections(
    tables: object, template: PlanTemplate, problems: list[str]
) -> dict[str, SectionWords]:
    if not isinstance(tables, Mapping):
        problems.append("sections: is not a table")
        return {}
    words: dict[str, SectionWords] = {}
    for key, fields in tables.items():
        path = f"sections.{key}"
        if key not in template.by_key:
            problems.append(f"{path}: is no section of the template {template.id}")
        elif not isinstance(fields, Mapping):
            problems.append(f"{path}: is not a table")
        else:
            found = list(_field_problems(fields, path))
            problems += found
            if not found:
                words[key] = SectionWords(**fields)
    return words


def _field_problems(fields: Mapping[str, Any], path: str) -> Iterator[str]:
    for name, value in fields.items():
        if name not in _SECTION_FIELDS:
            yield f"{path}.{name}: is none of {', '.join(sorted(_SECTION_FIELDS))}"
        elif not isinstance(value, str):
            yield f"{path}.{name}: is not text"


def _extended(names: object, problems: list[str]) -> Iterator[Kind]:
    """The kinds of which the template's own records stay beside the stated ones."""
    known = {kind.value: kind for kind in STATED_KINDS}
    if not isinstance(names, list):
        problems.append('extends: is not a list such as ["terms", "roles"]')
        return
    for at, name in enumerate(names):
        if isinstance(name, str) and name in known:
            yield known[name]
        else:
            problems.append(f"extends[{at}]: {name!r} is none of {', '.join(known)}")


def _unknown(
    table: object,
    template: PlanTemplate,
    answers: Mapping[str, AnswerValue],
    problems: list[str],
) -> Iterator[tuple[str, Unknown]]:
    """Questions nobody can answer yet: who finds out, or a table with owner and due."""
    if not isinstance(table, Mapping):
        problems.append("unknown: is not a table")
        return
    for name, raw in _flattened(table, "", frozenset(template.questions)):
        path = f"unknown.{name}"
        who, due = (raw.get("owner"), raw.get("due")) if isinstance(raw, Mapping) else (raw, None)
        if name not in template.questions:
            problems.append(f"{path}: is no question of the template {template.id}")
        elif name in answers:
            problems.append(f"{path}: is answered above; state one of the two")
        elif not isinstance(who, str) or not who.strip():
            problems.append(f'{path}: name who finds out, such as "Anna Keller"')
        elif due is not None and (not isinstance(due, date) or isinstance(due, datetime)):
            problems.append(f"{path}.due: is not a date such as 2026-11-30")
        else:
            yield name, Unknown(who, due)


Rows = Mapping[Kind, Mapping[str, Mapping[str, Any]]]
"""Records as their data, by kind and id."""


def _proposed(
    template: PlanTemplate, answers: Mapping[str, AnswerValue], kinds: AbstractSet[Kind]
) -> Rows:
    """What the template proposes of `kinds`, which stated rows with the same id fill further."""
    rows: dict[Kind, dict[str, Mapping[str, Any]]] = {kind: {} for kind in kinds}
    for record in starting_records(template, answers) if kinds else ():
        if kind_of(record) in kinds:
            rows[kind_of(record)][record.id] = record_data(record)
    return rows


def _records(data: Mapping[str, Any], proposed: Rows, problems: list[str]) -> Iterator[Record]:
    for kind in STATED_KINDS:
        rows = data.get(kind.value, [])
        if not isinstance(rows, list):
            problems.append(f"{kind.value}: is not a list of tables; write [[{kind.value}]]")
            continue
        taken: set[str] = set()
        for at, row in enumerate(rows):
            path = f"{kind.value}[{at}]"
            record = _record(kind, row, path, taken, proposed.get(kind, {}), problems)
            if record is not None:
                taken.add(record.id)
                yield record


def _record(
    kind: Kind,
    row: object,
    path: str,
    taken: set[str],
    proposed: Mapping[str, Mapping[str, Any]],
    problems: list[str],
) -> Record | None:
    if not isinstance(row, Mapping):
        problems.append(f"{path}: is not a table")
        return None
    data = {name: _spelled(value) for name, value in row.items()}
    data = {**proposed.get(str(row.get("id")), {}), **data}
    if kind is Kind.TREE_NODE:
        data.setdefault("parent", None)  # TOML has no null: a node without parent is a root
    data = with_id(kind, data, taken)
    problems += [f"{path}.{problem}" for problem in id_problems(kind, data, taken)]
    try:
        return record_from(kind, data)
    except NotPlanData as error:
        problems += [problem.replace(kind.value, path, 1) for problem in error.problems]
        return None


def _spelled(value: object) -> object:
    """TOML's own dates as the text the plan's data spells them with."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_spelled(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _spelled(item) for name, item in value.items()}
    return value
