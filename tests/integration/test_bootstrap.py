import dataclasses
import shutil

import pytest

from app.bootstrap import (
    DEFAULT_TEMPLATE,
    CertificateUnreadable,
    FileRenderers,
    SystemClock,
    Workshop,
    _account,
    workshop,
)
from app.domain.document.outline import outline
from app.domain.errors import IrplanError
from app.domain.interview.drafting import AnswerSheet
from app.domain.plan.changes import put
from app.export.files import FolderMissingError
from app.paths import AppPaths, data_folder
from app.persistence.db.errors import PlanFileLocked
from app.persistence.library.store import FileLibrary
from app.services.exporting import ExportOptions, FileFormat
from app.services.library import LibraryFileInvalid, TemplateUnknown
from app.services.settings import Settings
from app.services.signing import IdentityRequest
from app.signing.errors import NotACertificateError
from tests.fakes import FakeClock

SHEET = AnswerSheet({"profile.legal_name": "Harbour Water Limited"})


@pytest.fixture
def made(tmp_path) -> Workshop:
    return workshop(AppPaths.below(tmp_path / "home"), FakeClock())


@pytest.fixture
def opened(made, tmp_path):
    plan = made.create(tmp_path / "plan.irplan", DEFAULT_TEMPLATE, SHEET)
    yield plan
    plan.store.close()


def test_the_shipped_library_serves_templates(made):
    assert made.template(DEFAULT_TEMPLATE).id == DEFAULT_TEMPLATE
    assert DEFAULT_TEMPLATE in {item.id for item in made.templates()}
    with pytest.raises(TemplateUnknown):
        made.template("none")


def test_a_new_plan_is_open_judged_and_remembered_as_recent(made, opened, tmp_path):
    assert opened.plan.profile.legal_name == "Harbour Water Limited"
    assert not opened.store.read_only
    assert opened.judgement.findings()
    assert made.settings().recent == (tmp_path / "plan.irplan",)


def test_the_chosen_frameworks_are_judged(made, opened):
    chosen = opened.plan.profile.frameworks

    assert tuple(item.id for item in opened.judgement.frameworks) == chosen
    assert set(chosen) < {item.id for item in made.library.frameworks()}


def test_another_framework_is_judged_once_it_is_chosen(opened):
    profile = dataclasses.replace(opened.plan.profile, frameworks=("dora",))

    opened.session.apply((put(opened.plan, profile),), "Frameworks")

    assert [item.id for item in opened.judgement.frameworks] == ["dora"]
    assert len(opened.judgement.coverage("dora")) == 32


def test_a_plan_opens_without_a_look_at_frameworks_it_does_not_choose(made, opened, tmp_path):
    opened.close()
    shutil.copytree(data_folder("frameworks"), tmp_path / "frameworks")
    (tmp_path / "frameworks" / "dora.yaml").write_text("id: [", encoding="utf-8")
    again = workshop(made.paths, FakeClock())
    vars(again)["library"] = FileLibrary(data_folder("templates"), tmp_path / "frameworks")

    plan = again.open(tmp_path / "plan.irplan", read_only=True)
    plan.store.close()

    assert plan.judgement.frameworks == opened.judgement.frameworks
    with pytest.raises(LibraryFileInvalid):
        again.library.framework("dora")


def test_a_chosen_framework_that_is_not_on_the_shelf_is_left_out(made, tmp_path):
    sheet = AnswerSheet({**SHEET.answers, "profile.frameworks": ("gone", "nist-csf-2-0")})

    plan = made.create(tmp_path / "plan.irplan", DEFAULT_TEMPLATE, sheet)
    plan.store.close()

    assert [item.id for item in plan.judgement.frameworks] == ["nist-csf-2-0"]


def test_saved_edits_are_there_when_the_plan_is_opened_again(made, opened, tmp_path):
    profile = dataclasses.replace(opened.plan.profile, short_name="Harbour")
    opened.session.apply((put(opened.plan, profile),), "Short name")
    opened.close()

    again = made.open(tmp_path / "plan.irplan", read_only=True)
    again.store.close()

    assert again.plan.profile.short_name == "Harbour"
    assert list((tmp_path / "home" / "data" / "backups").rglob("*.irplan"))


def test_a_plan_has_one_writer_and_many_readers(made, opened, tmp_path):
    with pytest.raises(PlanFileLocked):
        made.open(tmp_path / "plan.irplan")

    reader = made.open(tmp_path / "plan.irplan", read_only=True)
    reader.store.close()
    assert reader.store.read_only


def test_a_plan_whose_template_is_unknown_is_refused_and_let_go(made, opened, tmp_path):
    profile = dataclasses.replace(opened.plan.profile, template="gone")
    opened.session.apply((put(opened.plan, profile),), "Template")
    opened.close()

    for _ in range(2):  # a lock left behind would be another error
        with pytest.raises(TemplateUnknown):
            made.open(tmp_path / "plan.irplan")


def test_the_sample_is_complete_and_nothing_blocks_it(made, tmp_path):
    sample = made.create_sample(tmp_path / "sample.irplan")
    sample.store.close()

    assert sample.judgement.share == 1.0
    assert sample.plan.profile.short_name == "Northwind Health"


def test_the_form_of_a_template_is_read_as_nothing_stated(made, tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text(made.answers_form(DEFAULT_TEMPLATE), "utf-8")

    sheet = made.read_answers(path, DEFAULT_TEMPLATE)

    assert (sheet.answers, sheet.records) == ({}, ())


def test_settings_are_kept(made):
    made.save_settings(Settings(person="Anna"))

    assert made.settings().person == "Anna"


def test_reminders_are_written_as_a_calendar(made, opened, tmp_path):
    made.write_calendar(opened, tmp_path / "x.ics")

    assert (tmp_path / "x.ics").read_bytes() == made.calendar(opened)
    assert made.calendar(opened).startswith(b"BEGIN:VCALENDAR\r\n")
    assert made.reminders(opened) == ()


def test_a_file_is_written_whole_and_for_its_owner_or_not_at_all(made, tmp_path):
    made.write(tmp_path / "x", b"data")

    assert (tmp_path / "x").read_bytes() == b"data"
    assert (tmp_path / "x").stat().st_mode & 0o077 == 0
    with pytest.raises(FolderMissingError):
        made.write(tmp_path / "no" / "x", b"data")


def test_an_identity_signs_an_export_that_then_verifies(made, tmp_path):
    sample = made.create_sample(tmp_path / "sample.irplan")
    identity = tmp_path / "anna.p12"
    facts = made.make_identity(
        IdentityRequest("Anna", "a@x.example", "X Ltd"), identity, "secret 1"
    )

    options = ExportOptions(tmp_path, (FileFormat.PDF,), identity=identity, passphrase="secret 1")
    result = made.exporter().export(sample.judgement, options)
    sample.store.close()

    assert facts.name == "Anna"
    (file,) = result.files
    report = made.verify(file.path, (identity.with_suffix(".crt"),))
    assert (report.verdict.value, report.sha256) == ("valid", file.sha256)


def test_a_trusted_certificate_that_is_none_is_named(made, tmp_path):
    path = tmp_path / "anna.crt"
    path.write_bytes(b"nothing")

    with pytest.raises(NotACertificateError, match=r"anna\.crt"):
        made.verify(path, (path,))
    with pytest.raises(CertificateUnreadable, match=r"none\.crt"):
        made.verify(path, (tmp_path / "none.crt",))


def test_the_two_renderers_agree_on_headings_and_tables(made, opened):
    document = made.compose(opened.judgement, True, made.clock.now())
    renderers = FileRenderers()

    docx = renderers.docx(document, {})
    shorter = dataclasses.replace(document, body=document.body[:-1])

    assert renderers.differences(document, docx) == ()
    assert renderers.differences(shorter, docx) != ()
    assert outline(document).tables


def test_the_clock_of_the_computer_tells_utc():
    now = SystemClock().now()

    assert now.utcoffset() is not None
    assert not now.utcoffset()


def test_the_users_own_folders_and_clock_are_the_default():
    made = workshop()

    assert made.paths == AppPaths.of_user()
    assert isinstance(made.clock, SystemClock)


@pytest.mark.parametrize("failure", [KeyError, OSError, ImportError])
def test_an_account_without_a_name_is_somebody(monkeypatch, failure):
    def nameless():
        raise failure

    monkeypatch.setattr("getpass.getuser", nameless)

    assert _account() == "somebody"


def test_an_existing_file_is_never_overwritten(made, tmp_path):
    path = tmp_path / "plan.irplan"
    path.write_bytes(b"precious")

    with pytest.raises(IrplanError):
        made.create(path, DEFAULT_TEMPLATE, SHEET)

    assert path.read_bytes() == b"precious"


def test_sample_organisations_are_shown_in_words(made):
    cards = {card.name: card for card in made.sample_cards()}

    assert tuple(cards) == made.samples()
    northwind = cards["northwind-health"]
    assert northwind.organisation == "Northwind Health Limited"
    assert northwind.template == made.template("combined").name
    assert all(card.sector.strip() and card.sector[0].isupper() for card in cards.values())
