"""Two states of a plan side by side, as changes with names, sentences and redlines."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.domain.comparing.comparing import compare
from app.domain.comparing.comparison import Fate, FieldDifference, RecordDifference
from app.domain.comparing.redline import Span, redline
from app.domain.comparing.saying import told
from app.domain.comparing.texts import long_texts
from app.domain.comparing.weighing import is_material, material_fields
from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text
from app.domain.interview.questions import Question
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.variables import variable_text

PROSE: Final = frozenset({(Kind.SECTION, "prose"), (Kind.MESSAGE, "body")})
"""The fields that hold prose, which is compared as it is read, without its signs."""

NAME_MOST: Final = 160
"""Letters of a record's name; some are called by a whole text."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One line about a record: what a field is called and how it changed, in words.

    `words` is blank where the line is about the record itself. `redline` is the text word by word
    where the words only count it; empty where there is no more to say.
    """

    field: str
    words: str
    change: str
    material: bool
    redline: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """One record that changed; `name` is what people call it, an answer by its question.

    The name stands on one line, cut after `NAME_MOST` letters.
    A record that came, went or moved is one change, one that was edited a change a field.
    """

    difference: RecordDifference
    name: str
    material: frozenset[str]
    """The fields whose change is material; a blank one is the record itself."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that changed, one a change; a blank one for the record itself."""
        if self.difference.fate is Fate.EDITED:
            return tuple(one.field for one in self.difference.fields)
        return ("",)


@dataclass(frozen=True, slots=True)
class Compared:
    """What leads from `old` to `new`; `questions` by id give answers their names.

    `records` are those that changed, kind by kind in the plan's order.
    """

    old: Plan
    new: Plan
    questions: Mapping[str, Question]
    records: tuple[Changed, ...]

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(record.fields) for record in self.records)

    @property
    def material(self) -> int:
        """How many of them are material."""
        return sum(len(record.material) for record in self.records)

    def details(self, changed: Changed) -> tuple[Detail, ...]:
        """What is to be said of one record; nothing where its coming or going says all."""
        whole = changed.difference
        fields = {one.field: one for one in whole.fields}
        return tuple(
            Detail(
                line.field,
                line.words,
                line.change,
                line.field in changed.material,
                self._redline(whole, fields[line.field]) if line.field else (),
            )
            for line in told(whole, self.old, self.new)
        )

    def _redline(self, whole: RecordDifference, one: FieldDifference) -> tuple[Span, ...]:
        texts = long_texts(whole, one, self.old, self.new)
        if texts is None:
            return ()
        before, after = texts
        if (whole.kind, one.field) in PROSE:
            before, after = self._read(before, self.old), self._read(after, self.new)
        return redline(before, after) if before != after else ()

    def _read(self, source: str, plan: Plan) -> str:
        return plain_text(read(source), partial(self._stated, plan))

    def _stated(self, plan: Plan, name: str) -> str:
        """What a variable stands for; in brackets what it waits for."""
        asked = self.questions.get(name)
        return variable_text(plan, name) or f"[{name if asked is None else asked.text}]"


def compared(old: Plan, new: Plan, questions: Mapping[str, Question]) -> Compared:
    """Two states of a plan; what a record has to say is not told before it is asked for."""
    differences = compare(old, new).records
    return Compared(old, new, questions, tuple(_changed(one, questions) for one in differences))


def _changed(difference: RecordDifference, questions: Mapping[str, Question]) -> Changed:
    if difference.fate is Fate.EDITED:
        material = frozenset(material_fields(difference))
    else:
        material = frozenset({""} if is_material(difference) else ())
    return Changed(difference, _name(difference, questions), material)


def _name(difference: RecordDifference, questions: Mapping[str, Question]) -> str:
    asked = questions.get(difference.id) if difference.kind is Kind.ANSWER else None
    name = " ".join((difference.name if asked is None else asked.text).split())
    return name if len(name) <= NAME_MOST else f"{name[:NAME_MOST].rstrip()}\u2026"
