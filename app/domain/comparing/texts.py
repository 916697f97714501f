"""The texts of people behind a difference that a sentence is too short to quote."""

from collections.abc import Sequence

from app.domain.comparing.comparison import Fate, FieldDifference, RecordDifference
from app.domain.comparing.value_words import Spot, is_free_text, is_long
from app.domain.plan.plan import Plan


def long_texts(
    whole: RecordDifference, one: FieldDifference, old: Plan, new: Plan
) -> tuple[str, str] | None:
    """The text before and after an edit, to be compared word by word; None where that says no more.

    The entries of a list of texts come on a line each. A record that came or went as a whole has
    nothing to compare.
    """
    if whole.fate is not Fate.EDITED:
        return None
    before = _entries(one.before, Spot(old, whole.kind, whole.id, one.field))
    after = _entries(one.after, Spot(new, whole.kind, whole.id, one.field))
    if before is None or after is None:
        return None
    told = {*before}.symmetric_difference(after)
    return ("\n".join(before), "\n".join(after)) if any(map(is_long, told)) else None


def _entries(data: object, spot: Spot) -> Sequence[str] | None:
    """The texts of a field, one or several; None where it does not hold a person's own words."""
    match data:
        case None:
            return ()
        case str() | list():
            texts = [data] if isinstance(data, str) else data
            return texts if all(is_free_text(text, spot) for text in texts) else None
        case _:
            return None
