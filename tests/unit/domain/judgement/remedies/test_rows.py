import pytest

from app.domain.plan.people import Party, PartyKind
from app.domain.plan.roles import RoleTier
from app.domain.plan.sections import Answer
from tests.builders import plan_with, rid, role
from tests.unit.domain.judgement.remedies.mending import Bench


def test_an_insurer_is_added_beside_a_party_of_the_same_name():
    other = Party(rid("cyber-insurer"), "Cyber insurer", PartyKind.OTHER)
    bench = Bench(plan_with(other))

    assert bench.label("party.no-insurer") == "Add an insurer to the outside parties"
    mended = bench.mended("party.no-insurer")

    assert mended.parties.all()[0] == other
    assert mended.parties.all()[1].kind is PartyKind.INSURER


@pytest.mark.parametrize(
    ("answer", "name"),
    [("Granite Ltd", "Granite Ltd"), (" ", "Incident response provider"), (True, None)],
)
def test_the_provider_is_added_by_the_name_answered(answer, name):
    answered = Answer(rid("resources.retainer"), rid("resources"), answer)

    [party] = Bench(plan_with(answered)).mended("party.no-retainer").parties.all()

    assert party.kind is PartyKind.RETAINER
    assert party.name == name or name is None


def test_a_tree_starts_with_whoever_leads_an_incident():
    board = role("board", tier=RoleTier.BOARD)

    tree = Bench(plan_with(board, role("lead"))).mended("tree.none")
    small = Bench(plan_with(board)).mended("tree.none")
    bare = Bench(plan_with()).mended("tree.none")

    assert [node.target_id for node in tree.tree_nodes.values()] == ["lead"]
    assert [node.target_id for node in small.tree_nodes.values()] == ["board"]
    assert (len(bare.trees), len(bare.tree_nodes)) == (1, 0)
