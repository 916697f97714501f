"""Making text literal: a backslash wherever a reader would otherwise see syntax."""

import re


def escaped(text: str, *, at_line_start: bool) -> str:
    """`text` so that it reads back as itself, by other readers of Markdown too."""
    opener = _LINE_OPENER.match(text) if at_line_start else None
    if opener is None:
        return _SYNTAX.sub(_BACKSLASHED, text)
    at = opener.end() - 1
    return f"{text[:at]}\\{text[at]}{_SYNTAX.sub(_BACKSLASHED, text[at + 1 :])}"


_BACKSLASHED = r"\\\g<0>"
_LINE_OPENER = re.compile(
    r"""\#(?=\#{0,5}(?:[ \t]|\Z))        # a heading
      | >                                # a quote
      | [-+](?=[-+ \t]|\Z)               # a bullet, a rule
      | [0-9]{1,9}[.)](?=[ \t]|\Z)       # a number
      | \|                               # the dashes below a table header
      | :(?=-)
      | =(?==|\Z)                        # an underline: a heading elsewhere
    """,
    re.VERBOSE,
)
_SYNTAX = re.compile(
    r"""[`*\[\]]
      | \\(?![^\W_])
      | \A~ | ~(?=~|\Z) | (?<=~)~
      | \{(?=\{|\Z)
      | _(?![^\W_]) | (?<![^\W_])_       # emphasis elsewhere
      | <(?=[A-Za-z/!?]|\Z)              # HTML elsewhere
      | &(?=\#?[A-Za-z0-9]{1,32};)       # an entity elsewhere
    """,
    re.VERBOSE,
)
