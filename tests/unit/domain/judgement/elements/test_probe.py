import pytest

from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    MatrixFilled,
    Rows,
    Says,
    Since,
)
from app.domain.judgement.elements.probes import probe_for
from app.domain.plan.kinds import Kind
from tests.unit.domain.judgement.subjects import context


@pytest.mark.parametrize(
    ("test", "kinds", "sections", "questions"),
    [
        (Answered(("detail", "ot")), (), (), ("detail", "ot", "why", "profile.uses_ot")),
        (Rows(Kind.ROLE, filled=("holder",)), (Kind.ROLE, Kind.PERSON), (), ()),
        (Rows(Kind.PERSON, meets=(Since("verified_on", "why"),)), (Kind.PERSON,), (), ("why",)),
        (
            Rows(Kind.TREE_NODE, filled=("target_id",)),
            (Kind.TREE_NODE, Kind.ROLE, Kind.PERSON, Kind.PARTY),
            (),
            (),
        ),
        (
            Covered(Kind.PLAYBOOK, Kind.STEP, "playbook", (Since("id", "note"),)),
            (Kind.PLAYBOOK, Kind.STEP),
            (),
            ("note",),
        ),
        (Says(("scope", "purpose"), (("x",),)), (), ("scope", "purpose"), ()),
        (MatrixFilled(), (Kind.IMPACT, Kind.URGENCY, Kind.CELL, Kind.SEVERITY), (), ()),
    ],
)
def test_a_probe_names_everything_that_may_change_its_outcome(test, kinds, sections, questions):
    probe = probe_for(context(), test)

    assert probe.kinds == frozenset(kinds)
    assert probe.sections == sections
    assert probe.questions == questions
