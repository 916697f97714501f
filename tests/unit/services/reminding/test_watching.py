from datetime import date, timedelta

from app.domain.lifecycle.reminding.reminder import Stage
from app.domain.plan.governance import Action
from app.domain.plan.profile import Profile
from app.domain.plan.upkeep import Upkeep
from app.services.reminding.watching import watch
from tests.builders import NOON, person, plan_with, rid

TODAY = NOON.date()  # a Saturday


class Calendar:
    """Weekends everywhere; in Scotland a holiday on the Monday after."""

    def knows(self, jurisdiction):
        return True

    def is_weekend(self, day, jurisdiction):
        return day.weekday() >= 5

    def is_holiday(self, day, jurisdiction):
        return jurisdiction == "GB-SCT" and day == date(2026, 11, 23)


def seen(*records, **profile):
    return watch(plan_with(*records, profile=Profile(**profile)), TODAY, Calendar())


def test_a_watch_knows_whose_plan_it_is():
    assert seen(short_name="Harbour", legal_name="Harbour Water Limited").name == "Harbour"
    assert seen(legal_name="Harbour Water Limited").name == "Harbour Water Limited"
    assert seen().plan == "plan-1"


def test_the_plan_says_how_early_one_is_warned():
    action = Action(rid("a"), "Do", due=TODAY + timedelta(days=3))
    early, late = seen(action, Upkeep(warn_before=3)), seen(action, Upkeep(warn_before=2))

    assert early.stage(early.reminders[0]) is Stage.SOON
    assert late.stage(late.reminders[0]) is Stage.AHEAD
    assert seen(Upkeep(warn_before=-1)).warn_before == 0


def test_days_move_by_the_calendar_of_the_region_or_else_of_the_first_jurisdiction():
    action = Action(rid("a"), "Do", due=TODAY)

    def on(region="", *jurisdictions):
        upkeep = Upkeep(working_days=True, region=region)
        return seen(action, upkeep, jurisdictions=jurisdictions).reminders[0].on

    assert on() == date(2026, 11, 23)
    assert on("GB-SCT", "GB") == date(2026, 11, 24)
    assert on("", "GB-SCT", "GB") == date(2026, 11, 24)


def test_what_presses_is_shown_with_the_contacts_of_a_day_as_one():
    old = TODAY - timedelta(days=100)
    found = seen(
        person("anna", verified_on=old),
        person("ben", verified_on=old),
        person("cid", verified_on=TODAY),
        Action(rid("a"), "Do", due=TODAY),
    )

    assert [item.title for item in found.pressing] == ["Verify 2 contacts", "Action: Do"]
    assert len(found.shown) == 3
    assert len(found.reminders) == 4
