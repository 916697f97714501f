import pytest

from app.bootstrap import DEFAULT_TEMPLATE
from app.bootstrap.wiring import account
from app.domain.plan.ids import RecordId
from app.export.files import FolderMissingError
from app.services.interviewing.memory import Remembered
from app.services.library import TemplateUnknown
from app.services.settings import Settings


def test_the_shipped_library_serves_templates(made):
    assert made.template(DEFAULT_TEMPLATE).id == DEFAULT_TEMPLATE
    assert DEFAULT_TEMPLATE in {item.id for item in made.templates()}
    with pytest.raises(TemplateUnknown):
        made.template("none")


def test_settings_are_kept(made):
    made.save_settings(Settings(person="Anna"))

    assert made.settings().person == "Anna"


def test_where_one_was_in_an_interview_is_kept_beside_the_plan(made):
    made.interviews.save(RecordId("plan"), Remembered("people"))

    assert made.interviews.load(RecordId("plan")).left_at == "people"
    assert [file.name for file in made.paths.state.iterdir()] == ["interviews.json"]


def test_a_file_is_written_whole_and_for_its_owner_or_not_at_all(made, tmp_path):
    made.write(tmp_path / "x", b"data")

    assert (tmp_path / "x").read_bytes() == b"data"
    assert (tmp_path / "x").stat().st_mode & 0o077 == 0
    with pytest.raises(FolderMissingError):
        made.write(tmp_path / "no" / "x", b"data")


@pytest.mark.parametrize("failure", [KeyError, OSError, ImportError])
def test_an_account_without_a_name_is_somebody(monkeypatch, failure):
    def nameless():
        raise failure

    monkeypatch.setattr("getpass.getuser", nameless)

    assert account() == "somebody"
