"""Which addresses may become clickable."""

import re
from urllib.parse import SplitResult, quote, urlsplit

from app.export.word.legible import REPLACEMENT, legible

_LONGEST = 2_000
_RESERVED = "/:@!$&'()*+,;=-._~"
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_MAILBOX = re.compile(r"[^@\s/]+@[^@\s/]+")


def target(url: str) -> str:
    """`url` as an ASCII address Word accepts, or blank: only https and mailto are clickable.

    Word calls a file damaged when one address in it is malformed, so doubtful ones lose.
    """
    clean = legible(url).strip()
    if len(clean) > _LONGEST or REPLACEMENT in clean or "\n" in clean or "\\" in clean:
        return ""
    try:
        return _target(urlsplit(clean))
    except ValueError:
        return ""


def _target(parts: SplitResult) -> str:
    if parts.scheme == "https":
        return _web(parts)
    if parts.scheme == "mailto" and _MAILBOX.fullmatch(parts.path):
        return f"mailto:{_quoted(parts.path)}{_tail(parts)}"
    return ""


def _web(parts: SplitResult) -> str:
    if parts.hostname is None or "@" in parts.netloc:
        return ""
    host = parts.hostname.encode("idna").decode("ascii")
    if not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]*:[0-9a-f:.]*", host):
        return ""
    place = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port is not None else ""
    return f"https://{place}{port}{_quoted(parts.path)}{_tail(parts)}"


def _tail(parts: SplitResult) -> str:
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    return query + fragment


def _quoted(text: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_RESERVED + "%?")
