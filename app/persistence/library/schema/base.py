"""Strict file models, and the sentences that say how a file differs from its model."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from app.domain.plan.ids import ID_PATTERN
from app.persistence.library.problems import Placed, Problems

_ID = f"^(?:{ID_PATTERN.pattern})$"
Words = Annotated[str, StringConstraints(pattern=r"\S")]
"""Text that says something."""
Identifier = Annotated[str, StringConstraints(pattern=_ID)]
"""A record id."""


class FileModel(BaseModel):
    """A table of a file: no unknown field, no value turned into another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


M = TypeVar("M", bound=FileModel)


def validated(
    model: type[M], data: object, file: str, problems: Problems, at: str = ""
) -> M | None:
    """`data` as `model`; None, and every difference noted below the place `at`, when it is not."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            problems.note(file, place(at, details["loc"]), _sentence(details))
        return None


def validated_choice(
    models: Mapping[str, type[M]], row: Placed[dict[str, Any]], problems: Problems
) -> M | None:
    """`row` as the model, the first of several, whose key it holds; None, and problems, if none."""
    for key, model in models.items():
        if key in row.item:
            return validated(model, row.item, row.file, problems, row.place)
    problems.note(row.file, row.place, f"must hold one of {', '.join(models)}")
    return None


def place(at: str, steps: tuple[int | str, ...]) -> str:
    """The place of `steps` below `at`, spelled as in `sections[2].title`."""
    text = at
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def _sentence(details: ErrorDetails) -> str:
    kind, context = details["type"], details.get("ctx", {})
    if kind in {"enum", "literal_error"}:
        allowed = context["expected"].replace(" or ", ", ").replace("'", "")
        return f"{_shown(details['input'])} is none of {allowed}"
    if kind == "string_pattern_mismatch":
        return _mismatch(details["input"], context["pattern"])
    if kind == "value_error":
        return str(context["error"])
    if kind in _LIMITS:
        return _LIMITS[kind].format(**context)
    return _PLAIN.get(kind, details["msg"])


def _mismatch(value: object, pattern: str) -> str:
    if pattern == _ID:
        return f"{_shown(value)} is no id; use lower-case letters, digits, dots and dashes"
    return "is blank"


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever stood in the file
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_SHOWN = 60
"""Characters of a wrong value that are quoted."""
_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a known field",
    "string_type": "is not text; put it in quotes",
    "bool_type": "is neither true nor false",
    "int_type": "is not a whole number",
    "list_type": "is not a list",
    "dict_type": "is not a table of fields",
    "model_type": "is not a table of fields",
    "model_attributes_type": "is not a table of fields",
}
_LIMITS = {
    "string_too_long": "is longer than {max_length} characters",
    "too_short": "has {actual_length} entries, at least {min_length} are needed",
    "greater_than_equal": "is less than {ge}",
    "too_long": "has {actual_length} entries, at most {max_length} are allowed",
}
