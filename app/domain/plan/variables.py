"""What `{{variables}}` in prose stand for."""

from datetime import date
from typing import assert_never

from app.domain.plan.dates import date_text
from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import AnswerValue

ORGANISATION = "organisation"
"""The organisation's short name, or its legal name where it has no short one."""

PROFILE_PREFIX = "profile."
"""Variables and questions that start so are fields of the profile."""

_PROFILE_FIELDS = frozenset(Profile.__dataclass_fields__) - {"id"}


def variable_text(plan: Plan, name: str) -> str | None:
    """The words `{{name}}` stands for; None while nothing is stated."""
    if name == ORGANISATION:
        return plan.profile.short_name or plan.profile.legal_name or None
    value = variable_value(plan, name)
    return None if value is None else value_text(value).strip() or None


def variable_value(plan: Plan, name: str) -> AnswerValue | None:
    """The answer behind a question id or `profile.` field; None while open."""
    if name.startswith(PROFILE_PREFIX):
        field = name.removeprefix(PROFILE_PREFIX)
        value: AnswerValue | None = getattr(plan.profile, field, None)
        return None if field not in _PROFILE_FIELDS or value in ("", ()) else value
    answer = plan.answers.get(RecordId(name))
    return None if answer is None else answer.value


def value_text(value: AnswerValue) -> str:
    """An answer in words: lists joined with commas and `and`, dates as 30 November 2026."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str() | int() | Duration():
            return str(value)
        case date():
            return date_text(value)
        case tuple():
            return _joined([item for item in value if item.strip()])
        case _:
            assert_never(value)


def _joined(items: list[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
