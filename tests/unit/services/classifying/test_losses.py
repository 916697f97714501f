from dataclasses import replace

from app.domain.plan.kinds import Kind
from app.domain.plan.sections import Section
from app.services.classifying.losses import Cost, Loss
from app.services.classifying.schemes import proposed, scheme
from app.services.classifying.switching import switched
from tests.builders import rid
from tests.unit.services.classifying.shelf import TEMPLATE, lived_with


def lost(plan, cost):
    offered = scheme(plan, TEMPLATE, "two")
    found = switched(plan, TEMPLATE, offered, proposed(plan, offered))
    return [loss for loss in found.losses if loss.cost is cost]


def test_untouched_words_of_the_template_are_no_loss():
    assert lost(lived_with(), Cost.WORDS) == []


def test_words_of_the_organisation_are_a_loss():
    plan = lived_with()
    own = replace(plan.severities[rid("s2")], notifications="The mayor is told.")
    added = replace(plan.impacts[rid("i1")], id=rid("own"), name="Own", rank=4)
    plan = replace(plan, severities=plan.severities.put(own), impacts=plan.impacts.put(added))

    assert lost(plan, Cost.WORDS) == [
        Loss(Cost.WORDS, Kind.SEVERITY, rid("s2")),
        Loss(Cost.WORDS, Kind.IMPACT, rid("own")),
    ]


def test_the_matrix_is_one_loss_and_an_empty_one_none():
    plan = lived_with()

    assert len(lost(plan, Cost.CELLS)) == 1
    assert lost(plan.with_table(Kind.CELL, type(plan.matrix)()), Cost.CELLS) == []


def test_what_a_dimension_no_longer_says_is_told():
    plan = lived_with()
    offered = scheme(plan, TEMPLATE, "two")
    matches = proposed(plan, offered)
    matches[Kind.IMPACT] = {**matches[Kind.IMPACT], rid("i3"): None}

    found = switched(plan, TEMPLATE, offered, matches).losses

    assert Loss(Cost.MEANING, Kind.DIMENSION, rid("data")) in found
    assert lost(plan, Cost.MEANING) == []


def test_texts_that_name_a_level_called_otherwise_afterwards_are_told():
    still = Section(rid("scope"), "Scope", "See [S1](severity:s1) and [R](role:lead).")
    plan = lived_with()
    plan = plan.with_table(Kind.SECTION, plan.sections.put(still))

    assert [loss.record for loss in lost(plan, Cost.TEXT)] == ["classification"]


def test_remarks_about_what_is_gone_and_acceptances_are_told():
    plan = lived_with()

    assert {(loss.kind, loss.record) for loss in lost(plan, Cost.ANCHOR)} == {
        (Kind.COMMENT, "why"),
        (Kind.LESSON, "learnt"),
    }
    assert [loss.record for loss in lost(plan, Cost.ACCEPTED)] == ["matrix.empty-cell/matrix/i1.u1"]
