"""How one value became another, in words."""

from app.domain.comparing.text_words import text_change
from app.domain.comparing.value_words import Spot, is_free_text, is_long, is_silent, worded


def value_change(before: object, after: object, old: Spot, new: Spot) -> str:
    """Such as `from 4 hours to 2 hours`; a long text by how much of it changed."""
    if _is_long_text(before, old) or _is_long_text(after, new):
        return text_change(str(before or ""), str(after or ""))
    if is_silent(before):
        return f"now {worded(after, new)}"
    if is_silent(after):
        return f"no longer stated, was {worded(before, old)}"
    return f"from {worded(before, old)} to {worded(after, new)}"


def _is_long_text(data: object, spot: Spot) -> bool:
    return isinstance(data, str) and is_free_text(data, spot) and is_long(data)
