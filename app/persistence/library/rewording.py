"""Texts of the library with the roles of one template in place of those it merges or renames."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from app.domain.plan.roles import Role

_NOT_WORDS: Final = frozenset(
    {"id", "key", "when", "applies", "value", "default", "section", "topic", "target_id"}
)
"""Fields that hold ids, conditions or answers and no words to read."""

_NOT_READ: Final = re.compile(r"(\]\([^()\s]*\)|\{\{[^{}]*\}\})")
"""Where a reference leads and what a variable is called: not part of what is read."""

_REFERENCE: Final = re.compile(r"\[([^\[\]]*)\]\(role:([^()\s]+)\)")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """`into` names the role each merged one became part of, `names` what roles are called.

    `renamed` are the names that roles have elsewhere but not here, with those in their place.
    """

    into: Mapping[str, str]
    names: Mapping[str, str]
    renamed: Mapping[str, str]


def reworded(value: Any, roles: RoleWords, links: Iterable[str] = ()) -> Any:  # noqa: ANN401
    """`value` with other words in every text it holds; `links` are fields to leave alone."""
    if isinstance(value, str):
        return _text(value, roles)
    if isinstance(value, tuple):
        return tuple(reworded(item, roles) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    left = {*_NOT_WORDS, *links, *(["name"] if isinstance(value, Role) else [])}
    made = {
        field.name: reworded(getattr(value, field.name), roles)
        for field in fields(value)
        if field.name not in left
    }
    return replace(value, **made)


def _text(text: str, roles: RoleWords) -> str:
    words = _REFERENCE.sub(lambda found: _referred(found, roles), text)
    for old in sorted(roles.renamed, key=len, reverse=True):
        words = _renamed(words, old, roles.renamed[old])
    for kept in set(roles.into.values()):
        words = _once(words, rf"\[[^\[\]]*\]\(role:{re.escape(kept)}\)")
    return words


def _referred(found: re.Match[str], roles: RoleWords) -> str:
    """The reference led on; exports print the name of the role, so the text says it too."""
    kept = roles.into.get(found[2])
    if kept is None:
        return found[0]
    return f"[{_as_written(roles.names[kept], found[1])}](role:{kept})"


def _renamed(text: str, old: str, new: str) -> str:
    named = re.compile(rf"\b{re.escape(old)}\b", re.IGNORECASE)
    parts = _NOT_READ.split(text)
    parts[::2] = [named.sub(lambda found: _as_written(new, found[0]), part) for part in parts[::2]]
    made = "".join(parts)
    return text if made == text else _once(made, re.escape(new))


def _as_written(name: str, before: str) -> str:
    """`name` with a small initial where `before` has one, unless it begins with initials."""
    if before[:1].isupper() or name[1:2].isupper():
        return name
    return name[:1].lower() + name[1:]


def _once(text: str, named: str) -> str:
    """`text` with the first of neighbours that name the same, as in `the A, the A and the A`."""
    again = re.compile(rf"({named})(?:(?:,? (?:and|or)|,) (?:the )?{named})+", re.IGNORECASE)
    return again.sub(r"\1", text)
