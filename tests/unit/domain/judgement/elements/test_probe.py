import pytest

from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    MatrixFilled,
    Mentions,
    Rows,
    Says,
    Since,
)
from app.domain.judgement.elements.probes import probe_for
from app.domain.plan.kinds import Kind
from tests.unit.domain.judgement.subjects import context


@pytest.mark.parametrize(
    ("test", "tables", "sections", "questions"),
    [
        (Answered(("detail", "ot")), {}, (), ("detail", "ot", "why", "profile.uses_ot")),
        (
            Rows(Kind.ROLE, filled=("holder",)),
            {Kind.ROLE: {"holder"}, Kind.PERSON: set()},
            (),
            (),
        ),
        (
            Rows(Kind.PERSON, meets=(Since("verified_on", "why"),)),
            {Kind.PERSON: {"verified_on"}},
            (),
            ("why",),
        ),
        (
            Rows(
                Kind.PERSON,
                where=(Mentions(("name", "title"), ("x",)),),
                filled=("channels.address",),
            ),
            {Kind.PERSON: {"name", "title", "channels"}},
            (),
            (),
        ),
        (
            Rows(Kind.TREE_NODE, filled=("target_id",)),
            {
                Kind.TREE_NODE: {"target", "target_id"},
                Kind.ROLE: set(),
                Kind.PERSON: set(),
                Kind.PARTY: set(),
            },
            (),
            (),
        ),
        (
            Covered(Kind.PLAYBOOK, Kind.STEP, "playbook", (Since("id", "note"),)),
            {Kind.PLAYBOOK: set(), Kind.STEP: {"id", "playbook"}},
            (),
            ("note",),
        ),
        (Says(("scope", "purpose"), (("x",),)), {}, ("scope", "purpose"), ()),
        (
            MatrixFilled(),
            {
                Kind.IMPACT: set(),
                Kind.URGENCY: set(),
                Kind.CELL: {"severity"},
                Kind.SEVERITY: set(),
            },
            (),
            (),
        ),
    ],
)
def test_a_probe_names_everything_that_may_change_its_outcome(test, tables, sections, questions):
    probe = probe_for(context(), test)

    assert dict(probe.looks_at) == tables
    assert probe.sections == sections
    assert probe.questions == questions
