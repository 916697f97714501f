"""How much of a text changed, where it is too long to be quoted."""

import re

from app.domain.comparing.redline import SpanKind, redline


def text_change(before: str, after: str) -> str:
    """Such as `changed (+12 -3 words)`, with a true minus sign; either text may be blank."""
    if not before.strip():
        return f"added ({word_count(after)})"
    if not after.strip():
        return f"removed ({word_count(before)})"
    spans = redline(before, after)
    came = sum(_count(span.text) for span in spans if span.kind is SpanKind.ADDED)
    went = sum(_count(span.text) for span in spans if span.kind is SpanKind.REMOVED)
    if not came and not went:
        return "changed (blanks or punctuation only)"
    counts = [f"+{came}"] * bool(came) + [f"\u2212{went}"] * bool(went)
    return f"changed ({' '.join(counts)} {'word' if came + went == 1 else 'words'})"


def word_count(text: str) -> str:
    """Such as `12 words`."""
    count = _count(text)
    return f"{count} {'word' if count == 1 else 'words'}"


def _count(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


_WORD = re.compile(r"[^\W_]\S*")
"""From the first letter or digit to the next blank."""
