import hashlib

from app.domain.plan.redacting import Redacted, redacted
from app.export.compose import front
from app.export.compose.copied import copied_control, plan_attachment, withheld
from app.export.compose.occasion import Copy
from tests.builders import NOON, plan_with
from tests.labels import scribe
from tests.unit.export.compose.editions.sources import PROFILE
from tests.unit.export.compose.reading import lines

PLAN = plan_with(profile=PROFILE)
COPY = Copy("ab" * 32, redacted(PLAN, "#"))


def test_the_control_page_of_a_copy_tells_its_own_hash():
    control = front.control(scribe(PLAN), "ab" * 32, draft=True, when=NOON)
    data = plan_attachment(COPY, scribe(PLAN)).data

    told = lines(copied_control(control, COPY, scribe(PLAN)))

    own = front.grouped(hashlib.sha256(data).hexdigest())
    assert f"Data of this copy (SHA-256): {own}" in told
    assert any("plan-redacted.json" in text for text in told)
    assert not any("as plan.json" in text for text in told)
    assert len(told) == len(lines(control)) + 2


def test_the_control_page_of_the_plan_stays():
    control = front.control(scribe(PLAN), "ab" * 32, draft=True, when=NOON)

    assert copied_control(control, None, scribe(PLAN)) == control
    assert plan_attachment(None, scribe(PLAN)).name == "plan.json"


def test_what_is_withheld_is_counted():
    told = withheld(Copy("", Redacted(PLAN, 3, 1, 2)), scribe(PLAN))

    assert told.startswith("3 addresses of 1 person and 2 mentions in other texts; [withheld]")
