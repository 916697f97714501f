from datetime import date

import pytest

from app.services.importing.days import DayOrder, day_of, order_of

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-30",
        "30 November 2026",
        "30.11.2026",
        "30. 11. 2026",
        "30/11/2026",
        "30-11-2026",
        "30.11.26",
        "2026/11/30",
        "2026-11-30T08:15:00Z",
        "30/11/2026 08:15",
        "30.11.2026, 08:15:30",
    ],
)
def test_a_day_is_read_as_it_is_written_in_many_countries(text):
    assert day_of(text) == DAY


def test_the_month_comes_first_where_the_column_says_so():
    assert day_of("11/30/2026", DayOrder.MONTH_FIRST) == DAY
    assert day_of("30.11.2026", DayOrder.MONTH_FIRST) == DAY


@pytest.mark.parametrize("text", ["", "soon", "31/02/2026", "2026/13/01", "11/30/2026", "3/4-26"])
def test_what_is_no_day_is_none(text):
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["30/11/2026", "03/04/2026"], DayOrder.DAY_FIRST),
        (["03/04/2026", "11/30/2026"], DayOrder.MONTH_FIRST),
        (["03/04/2026", "05/05/2026"], DayOrder.EITHER),
        (["03.04.2026"], DayOrder.DAY_FIRST),
        (["2026-04-03", "", "soon"], DayOrder.DAY_FIRST),
        (["05/05/2026"], DayOrder.DAY_FIRST),
        (["30/11/2026", "11/30/2026"], DayOrder.DAY_FIRST),
    ],
)
def test_a_column_shows_whether_the_day_or_the_month_comes_first(cells, order):
    assert order_of(cells) is order
