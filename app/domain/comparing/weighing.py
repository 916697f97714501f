"""Whether the changes between two plans are material: such that the plan is approved again.

The line is drawn by our own `POLICY`; the person who submits a version may overrule it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.comparing.comparison import Comparison, Fate, FieldDifference, RecordDifference
from app.domain.comparing.field_words import FIELD_WORDS
from app.domain.comparing.kind_words import KIND_WORDS
from app.domain.comparing.policy import POLICY
from app.domain.comparing.spelling import same_but_spelling
from app.domain.comparing.value_words import shortened
from app.domain.plan.kinds import Kind
from app.domain.plan.links import LINKS
from app.domain.plan.plan import RECORD_TYPES

IDS: Final[frozenset[tuple[Kind, str]]] = frozenset(
    {(kind, field) for kind, fields in LINKS.items() for field in fields}
    | {(Kind.TREE_NODE, "target_id"), (Kind.PROFILE, "frameworks"), (Kind.PROFILE, "jurisdictions")}
)
"""Fields whose text is no wording: each letter of it counts."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Whether a comparison holds a material change, and each one that is, in a sentence."""

    material: bool
    reasons: tuple[str, ...] = ()


def weigh(comparison: Comparison) -> Weight:
    """The weight of all differences together; a single material one is enough.

    A text that is only spelt differently is not material, nor is an answer that is a date: it
    tells when something was done last.
    """
    reasons = tuple(reason for one in comparison.records for reason in _reasons(one))
    return Weight(bool(reasons), reasons)


def is_material(difference: RecordDifference) -> bool:
    """Whether what became of one record is material."""
    policy = POLICY[difference.kind]
    match difference.fate:
        case Fate.EDITED:
            return bool(material_fields(difference))
        case Fate.MOVED:
            return policy.order
        case _:
            return policy.existence and not any(map(_is_date, difference.fields))


def material_fields(difference: RecordDifference) -> tuple[str, ...]:
    """The fields of an edited record whose edit is material by itself."""
    counted = POLICY[difference.kind].fields
    return tuple(
        one.field
        for one in difference.fields
        if one.field in counted and not _is_slight(difference.kind, one)
    )


def _reasons(difference: RecordDifference) -> Iterator[str]:
    subject = f"{KIND_WORDS[difference.kind]} {shortened(difference.name)}"
    if difference.fate is Fate.EDITED:
        words = FIELD_WORDS[RECORD_TYPES[difference.kind]]
        for field in material_fields(difference):
            yield f"{subject}: \u201c{words[field]}\u201d changed"
    elif is_material(difference):
        yield f"{subject}: {difference.fate.value}"


def _is_slight(kind: Kind, difference: FieldDifference) -> bool:
    return _is_date(difference) or (
        (kind, difference.field) not in IDS and _is_spelling(difference.before, difference.after)
    )


def _is_date(difference: FieldDifference) -> bool:
    match difference.before, difference.after:
        case ({"date": _}, _) | (_, {"date": _}):
            return True
        case _:
            return False


def _is_spelling(before: object, after: object) -> bool:
    match before, after:
        case str(), str():
            return same_but_spelling(before, after)
        case list(), list():
            return len(before) == len(after) and all(map(_is_spelling, before, after))
        case _:
            return before == after
