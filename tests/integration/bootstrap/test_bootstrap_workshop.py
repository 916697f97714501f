from app.bootstrap import SystemClock, workshop
from app.paths import AppPaths


def test_the_users_own_folders_and_clock_are_the_default():
    made = workshop()

    assert made.paths == AppPaths.of_user()
    assert isinstance(made.clock, SystemClock)
