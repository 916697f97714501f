from app.bootstrap import SystemClock


def test_the_clock_of_the_computer_tells_utc():
    now = SystemClock().now()

    assert now.utcoffset() is not None
    assert not now.utcoffset()
