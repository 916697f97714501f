"""One property of a vCard: its name, what kind it is, and its value as text."""

import quopri
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

_NAME: Final = re.compile(r"(?:[\w-]+\.)?([A-Za-z][\w-]*)")
_PARAMETER: Final = re.compile(
    r';\s*([\w-]+)\s*(?:=\s*((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?'
)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_CHARSETS: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "iso-8859-1": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
}
"""Encodings that cards of version 2.1 name."""
_ENCODINGS: Final = {"quoted-printable", "base64", "b"}
_FIRST: Final = 1
_NOT_PREFERRED: Final = 101
"""Behind every rank of RFC 6350, which go from 1 to 100."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property; `types` are in lower case, `rank` is 1 for what is preferred most.

    `value` is still escaped, so that its parts can be told apart.
    """

    name: str
    types: frozenset[str]
    value: str
    rank: int = _NOT_PREFERRED
    binary: bool = False

    @property
    def text(self) -> str:
        """The value in one piece."""
        return unescaped(self.value)

    @property
    def parts(self) -> tuple[str, ...]:
        """The value in the parts that semicolons make."""
        return tuple(unescaped(part).strip() for part in re.split(r"(?<!\\);", self.value))

    @property
    def address(self) -> str:
        """The value without what a URI adds to a number or an address."""
        scheme, found, rest = self.text.partition(":")
        if not found or scheme.lower() not in {"tel", "mailto", "sip", "xmpp", "im"}:
            return self.text.strip()
        return unquote(rest.partition("?")[0]).replace(";ext=", " x").partition(";")[0].strip()


def property_of(line: str) -> Property | None:
    """The property on an unfolded line; None where it is none."""
    named = _NAME.match(line)
    if named is None:
        return None
    at = named.end()
    types: set[str] = set()
    stated: dict[str, str] = {}
    while (found := _PARAMETER.match(line, at)) is not None:
        at = found.end()
        _note(found[1].lower(), found[2], types, stated)
    if at >= len(line) or line[at] != ":":
        return None
    encoding = stated.get("encoding", "").lower()
    value = _decoded(line[at + 1 :], encoding, stated.get("charset", ""))
    rank = _FIRST if "pref" in types else _rank(stated.get("pref", ""))
    binary = encoding in {"base64", "b"}
    return Property(named[1].upper(), frozenset(types), value, rank, binary)


def unescaped(text: str) -> str:
    """`text` with its line breaks, commas and semicolons as they are meant."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def _note(name: str, value: str | None, types: set[str], stated: dict[str, str]) -> None:
    """A parameter; in version 2.1 a type or an encoding stands alone."""
    if value is None:
        stated.update({"encoding": name} if name in _ENCODINGS else {})
        types.add(name)
    elif name == "type":
        types.update(part.strip('" ').lower() for part in re.split(r"[,;]", value.replace('"', "")))
    else:
        stated[name] = value.strip('" ')


def _rank(stated: str) -> int:
    return int(stated) if stated.isdecimal() and len(stated) <= len("100") else _NOT_PREFERRED


def _decoded(value: str, encoding: str, charset: str) -> str:
    if encoding != "quoted-printable":
        return value
    data = quopri.decodestring(value.encode("utf-8", errors="replace"))
    wanted = _CHARSETS.get(charset.lower(), "utf-8")
    try:
        return data.decode(wanted)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
