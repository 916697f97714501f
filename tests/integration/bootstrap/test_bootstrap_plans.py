import dataclasses
import shutil

import pytest

from app.bootstrap import DEFAULT_TEMPLATE, workshop
from app.domain.errors import IrplanError
from app.domain.interview.drafting import AnswerSheet
from app.domain.plan.changes import put
from app.paths import data_folder
from app.persistence.db.errors import PlanFileLocked
from app.persistence.library.store import FileLibrary
from app.services.library import LibraryFileInvalid, TemplateUnknown
from tests.fakes import FakeClock
from tests.integration.bootstrap.conftest import SHEET


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


def test_an_existing_file_is_never_overwritten(made, tmp_path):
    path = tmp_path / "plan.irplan"
    path.write_bytes(b"precious")

    with pytest.raises(IrplanError):
        made.create(path, DEFAULT_TEMPLATE, SHEET)

    assert path.read_bytes() == b"precious"
