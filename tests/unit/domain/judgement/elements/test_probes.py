import pytest

from app.domain.judgement.elements.answering import AnsweredProbe
from app.domain.judgement.elements.covering import CoveredProbe
from app.domain.judgement.elements.element import Answered, Covered, MatrixFilled, Rows, Says
from app.domain.judgement.elements.filling import MatrixProbe
from app.domain.judgement.elements.probes import probe_for
from app.domain.judgement.elements.rows import RowsProbe
from app.domain.judgement.elements.wording import SaysProbe
from app.domain.plan.kinds import Kind
from tests.builders import person
from tests.unit.domain.judgement.elements.judging import counts, outcome
from tests.unit.domain.judgement.subjects import context


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (Answered(("why",)), AnsweredProbe),
        (Rows(Kind.PERSON), RowsProbe),
        (Covered(Kind.PLAYBOOK, Kind.STEP, "playbook"), CoveredProbe),
        (Says(("scope",), (("x",),)), SaysProbe),
        (MatrixFilled(), MatrixProbe),
    ],
)
def test_each_test_has_its_probe(test, expected):
    assert type(probe_for(context(), test)) is expected


def test_a_probe_has_looked_at_the_plan():
    assert counts(Rows(Kind.PERSON), person("ada")) == (1, 1)


def test_a_probe_that_starts_again_forgets_what_it_saw():
    probe = probe_for(context(person("ada")), Rows(Kind.PERSON))
    empty = context()

    probe.start(empty)

    assert probe.outcome(empty) == outcome(Rows(Kind.PERSON))
