import pytest

from app.bootstrap import workshop
from app.domain.plan.changes import apply
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.paths import AppPaths
from app.services.importing.taking import take
from tests.fakes import FakeClock

TEXT = "Vorname;Nachname;Handy;Zeitzone\nAda;Byron;0151 23456789;europe/berlin\n"


@pytest.fixture
def shop(tmp_path):
    return workshop(AppPaths.below(tmp_path / "home"), FakeClock())


@pytest.fixture
def plan():
    german = Profile(jurisdictions=("EU", "DE"))
    return Plan(RecordId("plan")).with_table(Kind.PROFILE, Records((german,)))


def test_a_file_becomes_people_of_the_plan(shop, plan, tmp_path):
    (tmp_path / "people.csv").write_bytes(TEXT.encode("cp1252"))
    table = shop.read_table(tmp_path / "people.csv")
    columns = shop.columns_of(table, Kind.PERSON)

    preview = shop.import_preview(plan, Kind.PERSON, table, columns, shop.import_options(plan))
    made = apply(plan, take(plan, preview).changes)

    (ada,) = made.people.values()
    assert (ada.name, ada.time_zone) == ("Ada Byron", "Europe/Berlin")
    assert [(way.kind, way.address) for way in ada.channels] == [
        (ChannelKind.MOBILE, "+49 1512 3456789")
    ]


def test_columns_are_remembered_by_another_workshop(shop, tmp_path):
    table = shop.pasted_table(TEXT)
    shop.remember_columns(table, Kind.PERSON, ("last_name", "first_name", "", ""))

    other = workshop(AppPaths.below(tmp_path / "home"), FakeClock())

    assert other.columns_of(table, Kind.PERSON) == ("last_name", "first_name", "", "")
    assert other.columns_of(table, Kind.PARTY) != ("last_name", "first_name", "", "")


def test_a_plan_without_a_country_leaves_that_open(shop):
    assert shop.import_options(Plan(RecordId("plan"))).region == ""
