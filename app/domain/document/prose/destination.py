"""Where a link leads: an address, or a record of the plan such as `role:incident-lead`."""

import re

from app.domain.document.inline import Link, Text
from app.domain.document.prose.nodes import Reference, ReferenceKind
from app.domain.document.prose.syntax import PUNCTUATION


def linked(url: str, content: tuple[Text, ...]) -> tuple[Text | Link | Reference, ...]:
    """The normal form of a link to `url`: bare text when it leads nowhere."""
    address = _LINE_ENDS.sub("", url).strip()
    if not address:
        return content
    if found := _RECORD.fullmatch(address):
        return (Reference(ReferenceKind(found[1]), found[2], content),)
    return (Link(address, content or (Text(address),)),)


def read_destination(source: str, at: int) -> tuple[str, int] | None:
    """The address in the parentheses at `at` and where they end; None when there is none."""
    found = _DESTINATION.match(source, at)
    if found is None:
        return None
    return _ESCAPE.sub(_unescaped, found[1] or found[2] or ""), found.end()


def write_destination(url: str) -> str:
    """`url` in parentheses, quoted so that every character of it is read back."""
    if _PLAIN.fullmatch(url):
        return f"({_ENTITY.sub(_ESCAPED, url)})"
    return f"(<{_ENTITY.sub(_ESCAPED, _ANGLED.sub(_ESCAPED, url))}>)"


def _unescaped(found: re.Match[str]) -> str:
    return found[1] if found[1] in PUNCTUATION else found[0]


_LINE_ENDS = re.compile(r"[\r\n]")
_RECORD = re.compile(
    f"({'|'.join(kind.value for kind in ReferenceKind)}):" + r"([A-Za-z0-9_][A-Za-z0-9_.\-]*)"
)
_DESTINATION = re.compile(
    r"""\([ \t\n]*+(?:
        <((?:[^<>\\\n]|\\.)*+)>
      | ((?:[^\s()<>\\]|\\\S|\((?:[^\s()<>\\]|\\\S)*+\))++)
    )[ \t\n]*+\)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z0-9\-._~:/?#@!$&'+,;=%]+")
_ANGLED = re.compile(r"[\\<>]")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]{1,32};)")
_ESCAPED = r"\\\g<0>"
