"""Spans of time in starting records: people write `4 hours`, records hold a Duration."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, get_args

from app.domain.plan.codec import FieldSpec, field_specs
from app.domain.plan.durations import Duration, parse_duration


def with_spans(record_type: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """`data` with each written span of a Duration field as plan data; what is no span stays."""
    specs = {spec.name: spec for spec in field_specs(record_type)}
    return {
        name: _value(specs[name], value) if name in specs else value for name, value in data.items()
    }


def _value(spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    kinds = (spec.type, *get_args(spec.type))
    if Duration in kinds:
        return _span(value)
    part = next((kind for kind in kinds if is_dataclass(kind)), None)
    if isinstance(part, type) and isinstance(value, list):
        return [with_spans(part, row) if isinstance(row, Mapping) else row for row in value]
    return value


def _span(value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    span = parse_duration(value) if isinstance(value, str) else None
    return value if span is None else {"amount": span.amount, "unit": span.unit.value}
