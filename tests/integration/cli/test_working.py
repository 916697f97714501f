import shutil

import pytest

from app.bootstrap import workshop
from app.cli.working import reading, working_on
from app.domain.plan.changes import put
from tests.builders import person
from tests.fakes import FakeClock


@pytest.fixture
def plan(begun, tmp_path):
    return shutil.copy(begun, tmp_path / "plan.irplan")


def add(opened, key):
    opened.session.apply((put(opened.plan, person(key)),), "Add")


def failing(opened):
    add(opened, "ada")
    raise ZeroDivisionError


def test_what_was_changed_is_saved_and_the_plan_let_go(plan):
    shop = workshop(clock=FakeClock())

    with working_on(shop, plan) as opened:
        add(opened, "ada")
    with working_on(shop, plan) as again:
        assert "ada" in again.plan.people


def test_a_failure_saves_nothing_more_and_lets_go(plan):
    shop = workshop(clock=FakeClock())

    with pytest.raises(ZeroDivisionError), working_on(shop, plan) as opened:
        failing(opened)
    with working_on(shop, plan) as again:
        assert "ada" not in again.plan.people


def test_who_reads_holds_nobody_up(plan):
    shop = workshop(clock=FakeClock())

    with reading(shop, plan) as one, working_on(shop, plan) as other:
        assert one.store.read_only
        assert not other.store.read_only
