"""An auditor of Office Open XML finds nothing in any kind of document."""

import subprocess
import zipfile
from dataclasses import replace

import pytest

from app.bootstrap import Workshop, workshop
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Section
from app.domain.plan.sessions import AgendaItem, Choice, Occasion, ReviewSession, Topic
from app.export.compose.minutes import compose_minutes
from app.export.compose.plan_document import compose
from app.export.word.render import render
from app.paths import AppPaths
from app.services.changes.since import Since
from app.services.exporting import Request
from app.signing.signer import IdentitySigner
from tests.builders import NOON, plan_with, rid, role
from tests.integration.export.word.donor.letterheads import letterhead
from tests.integration.export.word.reading import find, part
from tests.integration.signing.samples import FONT, made_identity, statement
from tests.labels import ENGLISH
from tests.unit.export.compose.judged import judged

pytestmark = pytest.mark.no_cover

PROFILE = Profile(legal_name="Harbour Water", document_id="HW-IRP", document_title="Plan")


@pytest.fixture(scope="module")
def shop(tmp_path_factory) -> Workshop:
    return workshop(AppPaths.below(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def samples(shop, tmp_path_factory):
    """Documents of sample organisations, by name and by whether they are drafts."""
    made = {}
    for name in ("northwind-health", "lindenhof-software"):
        opened = shop.create_sample(tmp_path_factory.mktemp(name) / "plan.irplan", name)
        for draft in (False, True):
            request = Request(draft, NOON, opened.store.head())
            made[name, draft] = shop.compose(opened.judgement, request)
        opened.close()
    return made


@pytest.fixture
def audited(tmp_path):
    def audit(data: bytes) -> list[str]:
        from openxml_audit import OpenXmlValidator

        file = tmp_path / "made.docx"
        file.write_bytes(data)
        return [str(error) for error in OpenXmlValidator().validate(file).errors]

    return audit


@pytest.mark.parametrize("name", ["northwind-health", "lindenhof-software"])
def test_a_whole_plan(name, samples, audited):
    assert audited(render(samples[name, False], {}).data) == []


def test_a_whole_draft_on_a_letterhead(samples, audited):
    assert audited(render(samples["northwind-health", True], {}, letterhead()).data) == []


def test_a_draft_full_of_gaps_whose_comments_libreoffice_counts_too(audited, tmp_path, tool):
    plan = plan_with(role("lead", "Lead"), profile=PROFILE)
    data = render(compose(judged(plan), ENGLISH, True, NOON), {}).data

    comments = len(find(part(data, "word/comments.xml"), "w:comment"))

    assert comments > 3
    assert audited(data) == []
    assert comments == annotations(data, tmp_path, tool)


def annotations(data, folder, tool):
    """How many comments LibreOffice keeps when it makes its own format of the file."""
    source = folder / "draft.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [tool("soffice"), profile, "--headless", "--convert-to", "odt", "--outdir", folder]
    subprocess.run([*command, source], check=True, capture_output=True, timeout=150)
    with zipfile.ZipFile(folder / "draft.odt") as archive:
        return archive.read("content.xml").count(b"<office:annotation ")


def test_a_final_plan_with_gaps_has_no_comments(audited):
    plan = plan_with(role("lead", "Lead"), profile=PROFILE)
    data = render(compose(judged(plan), ENGLISH, False, NOON), {}).data

    assert not find(part(data), "//w:commentReference")
    assert audited(data) == []


def test_an_annex_of_changes(audited):
    rest = " ".join(f"word{at}" for at in range(40))
    old = Section(rid("scope"), "Scope", f"{rest} within four hours.")
    lead = role("lead", "Lead", duties=("Leads.",))
    now = plan_with(
        replace(old, prose=f"{rest} within two hours."),
        replace(lead, duties=("Asks.",)),
        profile=PROFILE,
    )
    since = Since("1.0", plan_with(old, lead, profile=PROFILE))

    document = compose(judged(now), ENGLISH, False, NOON, since=since)

    assert audited(render(document, {}).data) == []
    assert find(part(render(document, {}).data), "//w:rStyle[@w:val='DeletedText']")


def test_minutes(audited):
    session = ReviewSession(
        rid("review"),
        "Annual review",
        Occasion.REGULATION,
        NOON,
        chair="Ann",
        secretary="Bo",
        agenda=(AgendaItem("k", Topic.FINDING, "Nobody leads.", choice=Choice.KEEP),),
        decisions=("The board is told.",),
    )

    document = compose_minutes(plan_with(profile=PROFILE), session, ENGLISH, NOON, None)

    assert audited(render(document, {}).data) == []


def test_a_signed_plan(rendered, audited):
    signed = IdentitySigner(made_identity(), FONT).sign_word(rendered, statement()).data

    assert len(signed) > len(rendered)
    assert audited(signed) == []
