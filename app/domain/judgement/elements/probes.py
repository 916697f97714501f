"""The probe for each kind of test."""

from typing import assert_never

from app.domain.judgement.context import Context
from app.domain.judgement.elements.answering import AnsweredProbe, deciding
from app.domain.judgement.elements.covering import CoveredProbe
from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    MatrixFilled,
    Rows,
    Says,
    Test,
)
from app.domain.judgement.elements.filling import MatrixProbe
from app.domain.judgement.elements.probe import Probe
from app.domain.judgement.elements.rows import RowsProbe
from app.domain.judgement.elements.wording import SaysProbe


def probe_for(context: Context, test: Test) -> Probe:
    """A probe of `test` that has looked at the plan."""
    probe = _probe(context, test)
    probe.start(context)
    return probe


def _probe(context: Context, test: Test) -> Probe:
    match test:
        case Answered():
            return AnsweredProbe(test, deciding(context, test))
        case Rows():
            return RowsProbe(test)
        case Covered():
            return CoveredProbe(test)
        case Says():
            return SaysProbe(test)
        case MatrixFilled():
            return MatrixProbe()
        case _:
            assert_never(test)
