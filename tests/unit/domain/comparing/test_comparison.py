from app.domain.comparing.comparison import Comparison, Fate, RecordDifference
from app.domain.plan.kinds import Kind
from tests.builders import rid


def test_a_comparison_without_differences_is_false():
    added = RecordDifference(Kind.PERSON, rid("ada"), "Ada", Fate.ADDED)

    assert not Comparison()
    assert Comparison((added,))
