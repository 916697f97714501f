from app.domain.plan.nciss_factors import BANDS, FACTORS


def test_the_factors_weigh_thirty_four_together():
    assert {factor.id: factor.weight for factor in FACTORS} == {
        "functional": 6,
        "activity": 5,
        "location": 4,
        "actor": 4,
        "information": 2,
        "recoverability": 4,
        "sector": 3,
        "potential": 6,
    }
    assert sum(factor.weight for factor in FACTORS) == 34


def test_each_factor_has_this_many_values_mildest_first_up_to_a_hundred():
    assert [len(factor.values) for factor in FACTORS] == [8, 5, 8, 7, 8, 4, 16, 5]
    for factor in FACTORS:
        points = [value.points for value in factor.values]
        assert points == sorted(points)
        assert points[-1] == 100
        assert len({value.id for value in factor.values}) == len(points)


def test_four_factors_have_no_value_of_nothing():
    least = {factor.id: factor.values[0].points for factor in FACTORS}

    assert {name: points for name, points in least.items() if points} == {
        "location": 30,
        "actor": 20,
        "recoverability": 20,
        "sector": 15,
    }


def test_bands_stand_highest_first_and_reach_down_to_nothing():
    limits = [band.least for band in BANDS]

    assert limits == sorted(limits, reverse=True)
    assert (limits[0], limits[-1]) == (100, 0)
