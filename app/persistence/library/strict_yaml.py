"""The part of YAML 1.2 that means one thing only, read without building any object by tag."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

MAX_DEPTH: Final = 24
"""Lists and tables within each other; our own files need 9."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_READ_OTHERWISE = re.compile(
    r"""[-+]?(?:[0-9]|\.[0-9])[0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?  # 1.5 012 1_000 1e3
    | [-+]?0[xob][0-9a-fA-F_]+
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9]*)?  # 1:30
    | [-+]?\.(?:inf|nan) | yes | no | on | off | true | false | null | << | =""",
    re.VERBOSE | re.IGNORECASE,
)
"""Plain words some YAML readers turn into numbers, spans, booleans or a merge."""
_MERGE: Final = "<<"
_WORDS: Final[dict[str, Any]] = {"true": True, "false": False, "null": None, "~": None, "": None}


class NotStrictYaml(ValueError):
    """A file outside of the subset; `problems` name each line and what is wrong there."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def read_yaml(text: str) -> Any:  # noqa: ANN401 - any data
    """The data in `text`: dicts, lists, text, whole numbers, true, false and null.

    Raises:
        NotStrictYaml: With every problem up to the first place that cannot be read at all.
    """
    builder = _Builder(iter(()))
    try:
        builder.events = yaml.parse(text, Loader=_LOADER)
        data = builder.document()
    except yaml.YAMLError as error:
        raise NotStrictYaml((*builder.problems, _syntax(error))) from error
    if builder.problems:
        raise NotStrictYaml(tuple(builder.problems))
    return data


@dataclass(slots=True)
class _Builder:
    """Turns the parser's events into plain data, noting what lies outside the subset."""

    events: Iterator[Any]
    problems: list[str] = field(default_factory=list)
    depth: int = 0

    def document(self) -> Any:  # noqa: ANN401
        documents: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if documents:
                    self._note(event, "a second document begins; a file holds one")
                    break
                documents.append(self._node(next(self.events)))
        return documents[0] if documents else None

    def _node(self, event: Any) -> Any:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent):
            self._note(event, f"'*{event.anchor}' refers elsewhere; write the value out")
            return None
        if event.anchor is not None:
            self._note(event, f"'&{event.anchor}' names a value; anchors are not allowed")
        if event.tag is not None:
            self._note(event, f"the tag '{event.tag}' is not allowed")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return self._nested(event)

    def _nested(self, event: Any) -> Any:  # noqa: ANN401
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._note(event, f"more than {MAX_DEPTH} lists and tables within each other")
            raise NotStrictYaml(tuple(self.problems))
        data = self._list() if isinstance(event, yaml.SequenceStartEvent) else self._table()
        self.depth -= 1
        return data

    def _list(self) -> list[Any]:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event))
        return items

    def _table(self) -> dict[str, Any]:
        table: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            if key in lines:
                self._note(event, f"the key '{key}' stands twice, first in line {lines[key]}")
            lines.setdefault(key, _line(event))
            table[key] = self._node(next(self.events))
        return table

    def _key(self, event: Any) -> str:  # noqa: ANN401
        """A key is always text here, so a bare `on` can mean nothing else."""
        if isinstance(event, yaml.ScalarEvent) and (event.tag, event.anchor) == (None, None):
            text: str = event.value
            if event.style or not (text in _WORDS or _INTEGER.fullmatch(text) or text == _MERGE):
                return text
        else:
            self._node(event)
        self._note(event, "a key is not text; put it in quotes")
        return f"line {_line(event)}"

    def _scalar(self, event: yaml.ScalarEvent) -> str | int | bool | None:
        text: str = event.value
        if event.style:
            return text
        if text in _WORDS:
            value: bool | None = _WORDS[text]
            return value
        if _INTEGER.fullmatch(text):
            return int(text)
        if _READ_OTHERWISE.fullmatch(text):
            self._note(event, f"'{text[:40]}' means different things to YAML; put it in quotes")
        return text

    def _note(self, event: Any, sentence: str) -> None:  # noqa: ANN401
        self.problems.append(f"line {_line(event)}: {sentence}")


def _line(event: Any) -> int:  # noqa: ANN401
    line: int = event.start_mark.line
    return line + 1


def _syntax(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.reader.ReaderError):
        found = error.character if isinstance(error.character, int) else ord(str(error.character))
        return f"character {error.position + 1}: U+{found:04X} is not allowed"
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    return str(error) if mark is None else f"line {mark.line + 1}: {problem}"
