"""The pieces of prose are plain values."""

from app.domain.document.prose.nodes import ReferenceKind, Variable


def test_equal_pieces_are_equal_and_can_be_keys():
    assert {Variable("a"): 1}[Variable("a")] == 1


def test_the_schemes_of_references_are_stable():
    assert [kind.value for kind in ReferenceKind] == [
        *("role", "person", "party", "severity", "section", "playbook", "tree", "obligation")
    ]
