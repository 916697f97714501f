from app.services.proving.coverage import Coverage


def test_each_coverage_says_something_of_its_own():
    assert len({coverage.value for coverage in Coverage}) == len(Coverage) == 3
