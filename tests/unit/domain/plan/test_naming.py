import pytest

from app.domain.plan.kinds import Kind
from app.domain.plan.naming import NAME_FIELD, name_in, name_of
from app.domain.plan.plan import RECORD_TYPES
from app.domain.plan.programme import Term
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import person, plan_with, rid


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_record_is_known_by_a_field_it_has(kind):
    assert NAME_FIELD.get(kind, "name") in RECORD_TYPES[kind].__dataclass_fields__


def test_a_record_is_called_by_its_name():
    assert name_of(person("ada", "Ada L.")) == "Ada L."
    assert name_of(Term(rid("t"), " event ", "Something.")) == "event"


def test_one_without_a_name_is_called_by_its_id():
    assert name_of(TreeNode(rid("n-1"), rid("t"), None, NodeTarget.GROUP)) == "n-1"


@pytest.mark.parametrize(
    ("target", "key", "expected"),
    [
        (NodeTarget.PERSON, "ada", "Ada"),
        (NodeTarget.PERSON, "gone", "Somebody"),
        (NodeTarget.ROLE, "ada", "Somebody"),
        (NodeTarget.GROUP, "ada", "Somebody"),
    ],
)
def test_a_call_is_called_by_whom_it_reaches(target, key, expected):
    node = TreeNode(rid("n-1"), rid("t"), None, target, key, "Somebody")

    assert name_in(plan_with(person("ada"), node), node) == expected


def test_any_other_record_is_called_by_its_name():
    assert name_in(plan_with(), person("ada")) == "Ada"
