import pytest

from app.domain.plan.kinds import Kind
from app.services.changes.kind_names import KIND_NAMES


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name_of_its_own(kind: Kind) -> None:
    assert KIND_NAMES[kind]
    assert list(KIND_NAMES.values()).count(KIND_NAMES[kind]) == 1
