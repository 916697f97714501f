"""A plan that adopts every playbook the library has, for tests that look at all of them."""

from dataclasses import replace
from pathlib import Path

from app.bootstrap import workshop
from app.paths import AppPaths
from app.services.opening import OpenPlan
from tests.fakes import FakeClock


def plan_of_all(folder: Path) -> OpenPlan:
    """The sample organisation with every playbook on offer, open in a new file in `folder`."""
    shop = workshop(AppPaths.below(folder / "home"), FakeClock())
    sheet = shop.sample_sheet()
    offered = shop.template("combined").questions["playbooks.adopt"].options
    answers = {**sheet.answers, "playbooks.adopt": tuple(item.value for item in offered)}
    return shop.create(folder / "plan.irplan", "combined", replace(sheet, answers=answers))
