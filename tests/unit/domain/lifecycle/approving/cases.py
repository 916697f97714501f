"""What is allowed and what is not, as acts so far and the one to come."""

from typing import Final

from app.domain.plan.acts import Act, Deed, Route, Signed
from tests.unit.domain.lifecycle.approving.acts import OTHER, act, acts

NOTHING: Final[list[Act]] = []
SUBMITTED: Final = acts(Deed.SUBMITTED)
WITH_REVIEW: Final = acts(Deed.SUBMITTED, Deed.REVIEWED)
HALF_APPROVED: Final = acts(Deed.SUBMITTED, Deed.REVIEWED, Deed.APPROVED)
ALL_APPROVED: Final = acts(Deed.SUBMITTED, Deed.REVIEWED, Deed.APPROVED, (Deed.APPROVED, "Dora"))
ISSUED: Final = acts(
    Deed.SUBMITTED, Deed.REVIEWED, Deed.APPROVED, (Deed.APPROVED, "Dora"), Deed.ISSUED
)
EMERGENCY: Final = acts(Deed.ISSUED_IN_EMERGENCY)
SENT_BACK: Final = acts(Deed.SUBMITTED, Deed.CHANGES_REQUESTED)

ALLOWED = [
    (NOTHING, act(Deed.SUBMITTED)),
    (SENT_BACK, act(Deed.SUBMITTED)),
    (SUBMITTED, act(Deed.RECALLED)),
    (SUBMITTED, act(Deed.REVIEWED)),
    (SUBMITTED, act(Deed.CHANGES_REQUESTED)),
    (SUBMITTED, act(Deed.CHANGES_REQUESTED, by="Carl")),
    (WITH_REVIEW, act(Deed.APPROVED)),
    (WITH_REVIEW, act(Deed.APPROVED, by="  cARL ")),
    (HALF_APPROVED, act(Deed.APPROVED, by="Dora")),
    (ALL_APPROVED, act(Deed.ISSUED)),
    (NOTHING, act(Deed.ISSUED_IN_EMERGENCY)),
    (SUBMITTED, act(Deed.ISSUED_IN_EMERGENCY)),
    (EMERGENCY, act(Deed.REVIEWED_AFTERWARDS)),
    (ISSUED, act(Deed.WITHDRAWN)),
    (NOTHING, act(Deed.SUBMITTED, material=False, overruled="Only words")),
]

REFUSED = [
    ("nobody", NOTHING, act(Deed.SUBMITTED, by=" ")),
    ("in-review", SUBMITTED, act(Deed.SUBMITTED)),
    ("number", NOTHING, act(Deed.SUBMITTED, version="1")),
    ("number", NOTHING, act(Deed.SUBMITTED, version="01.0")),
    ("content", NOTHING, act(Deed.SUBMITTED, content=OTHER)),
    ("no-reason", NOTHING, act(Deed.SUBMITTED, reason=" ")),
    ("overruled-without-reason", NOTHING, act(Deed.SUBMITTED, material=False)),
    ("route", NOTHING, act(Deed.SUBMITTED, route=None)),
    ("route", NOTHING, act(Deed.SUBMITTED, route=Route((), ("Ann",), reviews=0))),
    ("route", NOTHING, act(Deed.SUBMITTED, by="Zoe", route=Route((), ("Zoe",), reviews=0))),
    ("not-in-review", NOTHING, act(Deed.RECALLED)),
    ("other-version", SUBMITTED, act(Deed.RECALLED, version="2.0")),
    ("not-in-review", NOTHING, act(Deed.REVIEWED)),
    ("not-in-review", SENT_BACK, act(Deed.REVIEWED)),
    ("other-version", SUBMITTED, act(Deed.REVIEWED, version="2.0")),
    ("content", SUBMITTED, act(Deed.REVIEWED, content=OTHER)),
    ("not-asked", SUBMITTED, act(Deed.REVIEWED, by="Carl")),
    ("twice", WITH_REVIEW, act(Deed.REVIEWED)),
    ("not-asked", SUBMITTED, act(Deed.CHANGES_REQUESTED, by="Zoe")),
    ("no-reason", SUBMITTED, act(Deed.CHANGES_REQUESTED, reason="")),
    ("not-in-review", NOTHING, act(Deed.APPROVED)),
    ("review-missing", SUBMITTED, act(Deed.APPROVED)),
    ("not-asked", WITH_REVIEW, act(Deed.APPROVED, by="Rita")),
    ("twice", HALF_APPROVED, act(Deed.APPROVED)),
    ("unsigned", WITH_REVIEW, act(Deed.APPROVED, signed=None)),
    ("unsigned", WITH_REVIEW, act(Deed.APPROVED, signed=Signed(" "))),
    ("content", WITH_REVIEW, act(Deed.APPROVED, content=OTHER)),
    ("not-enough", HALF_APPROVED, act(Deed.ISSUED)),
    ("not-asked", ALL_APPROVED, act(Deed.ISSUED, by="Rita")),
    ("not-in-review", NOTHING, act(Deed.ISSUED)),
    ("own-work", NOTHING, act(Deed.ISSUED_IN_EMERGENCY, by="Ann")),
    ("no-day", NOTHING, act(Deed.ISSUED_IN_EMERGENCY, due=None)),
    ("unsigned", NOTHING, act(Deed.ISSUED_IN_EMERGENCY, signed=None)),
    ("no-reason", NOTHING, act(Deed.ISSUED_IN_EMERGENCY, reason="")),
    ("content", NOTHING, act(Deed.ISSUED_IN_EMERGENCY, content=OTHER)),
    ("not-issued", NOTHING, act(Deed.REVIEWED_AFTERWARDS)),
    ("not-owed", ISSUED, act(Deed.REVIEWED_AFTERWARDS)),
    ("content", EMERGENCY, act(Deed.REVIEWED_AFTERWARDS, content=OTHER)),
    ("own-work", EMERGENCY, act(Deed.REVIEWED_AFTERWARDS, by="Carl")),
    ("own-work", EMERGENCY, act(Deed.REVIEWED_AFTERWARDS, by="Ann")),
    ("not-issued", NOTHING, act(Deed.WITHDRAWN)),
    ("not-issued", acts(Deed.ISSUED_IN_EMERGENCY, Deed.WITHDRAWN), act(Deed.WITHDRAWN)),
    ("no-reason", ISSUED, act(Deed.WITHDRAWN, reason="")),
]
