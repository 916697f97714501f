from app.domain.comparing.policy import POLICY
from app.domain.plan.codec import field_specs
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import RECORD_TYPES


def test_every_kind_has_a_policy_and_names_only_fields_it_has():
    assert set(POLICY) == set(Kind)
    for kind, policy in POLICY.items():
        known = {spec.name for spec in field_specs(RECORD_TYPES[kind])} - {"id"}
        assert policy.fields <= known, kind


def test_what_has_material_fields_comes_and_goes_materially():
    for policy in POLICY.values():
        assert policy.existence is bool(policy.fields)
        assert policy.existence or not policy.order


def test_a_person_who_fills_a_role_is_not_material_but_what_the_role_may_decide_is():
    fields = POLICY[Kind.ROLE].fields

    assert {"duties", "authority", "granted_by"} <= fields
    assert not {"holder", "deputies", "name"} & fields


def test_contacts_evidence_and_the_life_of_the_plan_are_never_material():
    never = {kind for kind, policy in POLICY.items() if not policy.fields}

    assert {Kind.PERSON, Kind.PARTY, Kind.EVIDENCE, Kind.ACTION, Kind.COMMENT} <= never
    assert {Kind.EXERCISE, Kind.TERM, Kind.VERSION} <= never


def test_all_of_severities_matrix_raci_and_steps_is_material():
    for kind in (Kind.SEVERITY, Kind.CELL, Kind.RACI, Kind.STEP):
        fields = {spec.name for spec in field_specs(RECORD_TYPES[kind])} - {"id"}
        assert POLICY[kind].fields == fields
