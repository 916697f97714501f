from pathlib import Path

from app.services.settings import (
    MOST_RECENT,
    SCALES,
    Appearance,
    Settings,
    with_recent,
    without_recent,
)

A, B = Path("a.irplan"), Path("b.irplan")


def test_new_settings_follow_the_system_and_know_nothing_of_the_person():
    fresh = Settings()

    assert (fresh.appearance, fresh.scale, fresh.recent) == (Appearance.SYSTEM, 100, ())
    assert (fresh.person, fresh.export_folder, fresh.identity) == ("", None, None)
    assert fresh.scale in SCALES


def test_an_opened_plan_comes_first_and_only_once():
    settings = with_recent(with_recent(Settings(recent=(A,)), B), A)

    assert settings.recent == (A, B)


def test_the_oldest_plan_is_forgotten():
    settings = Settings()
    for number in range(MOST_RECENT + 1):
        settings = with_recent(settings, Path(f"{number}.irplan"))

    assert len(settings.recent) == MOST_RECENT
    assert Path("0.irplan") not in settings.recent
    assert settings.recent[0] == Path("10.irplan")


def test_a_plan_can_be_forgotten():
    settings = Settings(recent=(A, B), person="Ada")

    assert without_recent(settings, A) == Settings(recent=(B,), person="Ada")
    assert without_recent(settings, Path("c.irplan")) == settings
