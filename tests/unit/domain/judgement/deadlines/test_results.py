from app.domain.judgement.deadlines.results import Timed
from app.domain.judgement.regimes import ClockStart
from tests.unit.domain.judgement.deadlines.clocks import utc


def test_a_time_is_known_on_the_wall_of_its_recipient():
    moment = utc("2026-11-20 15:40")

    timed = Timed(moment, "Asia/Kolkata", ClockStart.AWARENESS, moment)

    assert timed.local.isoformat() == "2026-11-20T21:10:00+05:30"
    assert timed.local == timed.at
