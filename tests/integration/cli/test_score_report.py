from app.cli.score_report import factor_lines, factor_report, score_lines, score_report
from app.domain.plan.nciss import score
from app.domain.plan.nciss_factors import BANDS_NOTE, FACTORS, WEIGHTS_NOTE

WORST = score({factor.id: factor.values[-1].id for factor in FACTORS})


def test_every_factor_and_value_is_listed_once():
    told = list(factor_lines())

    assert sum("=VALUE" in line for line in told) == len(FACTORS)
    values = sum(len(factor.values) for factor in FACTORS)
    assert sum(line.startswith("    ") for line in told) == values


def test_both_say_where_the_numbers_come_from_and_which_are_from_memory():
    for told in (list(factor_lines()), list(score_lines(WORST))):
        assert [f"! {WEIGHTS_NOTE}", f"! {BANDS_NOTE}"] == told[-2:]
    for report in (factor_report(), score_report(WORST)):
        assert report["remarks"][-2:] == [WEIGHTS_NOTE, BANDS_NOTE]
        assert report["source"].startswith("CISA")


def test_the_contributions_add_up():
    report = score_report(WORST)

    assert sum(each["weighted"] for each in report["contributions"]) == 3400
    assert all(
        each["weighted"] == each["points"] * each["weight"] for each in report["contributions"]
    )
