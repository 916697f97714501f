"""A plan full of faults, so that there are many findings to keep up to date."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records


def worn(plan: Plan) -> Plan:
    """`plan` without deputies, channels, owners and roles of steps, and with hurried levels."""
    soon = Duration(1, TimeUnit.MINUTES)
    plan = _each(plan, Kind.SECTION, lambda one: replace(one, owner=""))
    plan = _each(plan, Kind.ROLE, lambda one: replace(one, deputies=()))
    plan = _each(plan, Kind.PERSON, lambda one: replace(one, channels=()))
    plan = _each(plan, Kind.STEP, lambda one: replace(one, role=None))
    return _each(
        plan,
        Kind.SEVERITY,
        lambda one: replace(one, respond_in_hours=soon, respond_out_of_hours=soon),
    )


def _each(plan: Plan, kind: Kind, change: Callable[[Any], Any]) -> Plan:
    return plan.with_table(kind, Records(map(change, plan.table(kind).values())))
