from dataclasses import replace

from app.services.classifying.schemes import scheme
from app.services.classifying.touched import linked, own_samples, relocated
from tests.builders import rid
from tests.unit.services.classifying.shelf import TEMPLATE, lived_with


def test_every_stated_link_to_a_level_is_found():
    found = {(record.id, field) for _, record, field, _ in linked(lived_with())}

    assert found == {("calls", "starts_at"), ("lock", "floor"), ("flood", "severity")}


def test_what_a_dimension_says_goes_with_its_level_and_the_worst_stays():
    data = lived_with().dimensions[rid("data")]
    one, other = rid("one"), rid("other")

    apart = relocated(data, {rid("i1"): one, rid("i3"): other})
    together = relocated(data, {rid("i1"): one, rid("i3"): one})
    gone = relocated(data, {rid("i1"): None})

    assert [(item.impact, item.meaning) for item in apart.meanings] == [
        ("one", "All."),
        ("other", "None."),
    ]
    assert [(item.impact, item.meaning) for item in together.meanings] == [("one", "All.")]
    assert gone.meanings == ()


def test_a_sample_is_the_organisations_once_it_differs_from_the_template():
    plan = lived_with()
    old = scheme(plan, TEMPLATE, "four-level")
    changed = replace(plan.samples[rid("drafted")], description="Ours.")

    assert [item.id for item in own_samples(plan, old)] == ["own"]
    edited = replace(plan, samples=plan.samples.put(changed))
    assert [item.id for item in own_samples(edited, old)] == ["drafted", "own"]
