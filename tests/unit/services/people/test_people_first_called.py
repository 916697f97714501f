"""Who is called first."""

from dataclasses import replace

from hypothesis import given

from app.domain.plan.plan import Kind
from app.services.people.first_called import first_called
from tests.builders import QUICK, rid, small_plans
from tests.unit.services.people.directory_plan import BELOW, organisation


def test_the_trees_from_the_top_down_then_everybody_else():
    assert first_called(organisation()) == ("bo", "ann", "cy", "di")


def test_calls_in_a_circle_or_to_nobody_the_plan_has_call_nobody():
    plan = organisation()
    round_about = replace(BELOW, parent=BELOW.id)
    lost = replace(BELOW, id=rid("lost"), parent=None, target_id="nowhere")
    nodes = plan.tree_nodes.put(round_about).put(lost)

    assert first_called(plan.with_table(Kind.TREE_NODE, nodes)) == ("bo", "di", "ann", "cy")


@QUICK
@given(small_plans())
def test_everybody_comes_once(plan):
    assert sorted(first_called(plan)) == sorted(plan.people)
