"""One test of an element, judged on a small plan."""

from app.domain.judgement.elements.element import Test
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.elements.probes import probe_for
from app.domain.plan.plan import Record
from app.domain.plan.profile import Profile
from tests.unit.domain.judgement.subjects import context


def outcome(test: Test, *records: Record, profile: Profile | None = None) -> Outcome | None:
    judged = context(*records, profile=profile)
    return probe_for(judged, test).outcome(judged)


def counts(test: Test, *records: Record, profile: Profile | None = None) -> tuple[int, int] | None:
    found = outcome(test, *records, profile=profile)
    return None if found is None else (found.done, found.needed)


def gap(test: Test, *records: Record, profile: Profile | None = None) -> str:
    """What is missing, in words."""
    found = outcome(test, *records, profile=profile)
    assert found is not None
    return found.gap
