from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.lifecycle.auditing import Remark, Weight
from app.domain.lifecycle.chain import Entry
from app.domain.plan.plan import Kind
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.services.cancelling import Cancelled
from app.services.evidence import names
from app.services.evidence.names import is_safe
from app.services.evidence.packing import (
    NO_FONT,
    UNSIGNED,
    UNWHOLE,
    EvidenceOptions,
    EvidencePacker,
    NameUnfit,
)
from app.services.evidence.sums import sums_in
from app.services.signing import KeyFile, SigningError
from app.services.verifying import Verdict
from tests.builders import NOON, person, plan_with
from tests.fakes import StoreBroken
from tests.unit.services.approving.rounds import KEY
from tests.unit.services.evidence.packs import OUT, PEM, Packing, verified


@pytest.fixture
def packing() -> Packing:
    return Packing()


def test_everything_an_auditor_needs_is_in_it(packing):
    packing.approve()

    result = packing.pack(key=KEY)

    declarations = {f"{names.DECLARATIONS}act-00000{at}" for at in (2, 3, 4)}
    assert set(result.files) == {
        names.README,
        *names.UNSUMMED,
        "plan/HW-IRP-1-0.pdf",
        "plan/HW-IRP-1-0.docx",
        names.PLAN_DATA,
        names.PLAN_SCHEMA,
        names.APPROVAL,
        names.COVERAGE,
        names.FINDINGS,
        names.VERSIONS,
        names.ACTS,
        names.REVISIONS,
        names.TRAIL,
        names.AUDIT_TEXT,
        names.AUDIT_DATA,
        *(f"{one}.json" for one in declarations),
        *(f"{one}.p7s" for one in declarations),
        *(
            f"{names.VERIFICATION}HW-IRP-1-0.{kind}.{ending}"
            for kind in ("pdf", "docx")
            for ending in ("txt", "json")
        ),
        f"{names.CERTIFICATES}Harbour-Water-ABCD.crt",
    }
    assert set(packing.packed) == set(result.files)
    assert all(is_safe(name) for name in result.files)
    assert packing.renderers.written == {OUT: b"archive"}
    assert (result.path, result.size) == (OUT, 7)
    assert (result.version, result.draft, result.signed, result.sound) == (
        "1.0",
        False,
        True,
        True,
    )


def test_the_sums_are_of_every_other_file_and_signed(packing):
    packing.pack(key=KEY)

    files = packing.packed
    assert set(sums_in(files[names.SUMS])) == set(files) - names.UNSUMMED
    assert files[names.SUMS_SIGNATURE] == b"signature over " + files[names.SUMS]
    assert files[names.SUMS_CERTIFICATE] == PEM
    assert packing.identities.opened_at == [NOON]


def test_without_a_key_nobody_signs_and_it_says_so(packing):
    result = packing.pack()

    assert names.UNSUMMED & set(result.files) == {names.SUMS}
    assert UNSIGNED in result.remarks
    assert "Nobody signed the pack" in packing.packed[names.README].decode()


def test_nothing_depends_on_anything_but_plan_time_and_key(packing):
    packing.clock.moment = NOON + timedelta(microseconds=7)
    packing.pack(key=KEY)
    first = packing.packed
    packing.pack(key=KEY)

    assert packing.packed == first


def test_a_trail_that_is_not_whole_is_packed_and_told(packing):
    past = packing.past()
    breach = Remark("audit.gap", Weight.BREACH, "Revision 3 is missing.", 3)
    audit = replace(past.audit, noted=(breach,))

    result = packing.pack(past=replace(past, audit=audit))

    assert not result.sound
    assert UNWHOLE in result.remarks
    assert b"Revision 3 is missing." in packing.packed[names.AUDIT_TEXT]


def test_a_document_whose_signatures_do_not_hold_is_told(packing):
    packing.verify = verified(Verdict.INVALID, "It was changed.")

    result = packing.pack()

    assert not result.sound
    assert "plan/HW-IRP-1-0.pdf: the signatures do not hold; verification/ says why." in (
        result.remarks
    )
    assert b"It was changed." in packing.packed[f"{names.VERIFICATION}HW-IRP-1-0.pdf.txt"]


def test_characters_without_a_font_are_told(packing):
    assert NO_FONT.format(characters="\u2603") in packing.pack().remarks


def test_the_certificates_to_trust_reach_the_verifier(packing):
    seen = []

    def watching(name, data, trusted):
        seen.append((name, trusted))
        return verified()(name, data, trusted)

    packing.verify = watching

    packing.pack(trusted=(PEM,))

    assert seen == [("HW-IRP-1-0.pdf", (PEM,)), ("HW-IRP-1-0.docx", (PEM,))]


def test_the_share_done_only_grows_and_ends_at_one(packing):
    told: list[float] = []

    packing.pack(progress=lambda share, what: told.append(share))

    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("at", range(5))
def test_whoever_stops_it_leaves_nothing_behind(packing, at):
    told: list[str] = []

    def stop(share: float, what: str) -> None:
        told.append(what)
        if len(told) > at:
            raise Cancelled

    with pytest.raises(Cancelled):
        packing.pack(progress=stop)

    assert packing.renderers.written == {}


def test_a_key_that_does_not_open_leaves_nothing_behind(packing):
    with pytest.raises(SigningError):
        packing.pack(key=KeyFile(OUT, "wrong"))

    assert packing.renderers.written == {}
    assert packing.requests == []


def test_nothing_but_an_archive_is_ever_replaced(packing):
    options = EvidenceOptions(Path("plan.irplan"))

    with pytest.raises(NameUnfit, match="choose one that ends in"):
        EvidencePacker(packing.tools()).pack(packing.opened, packing.past(), options)

    assert packing.renderers.written == {}


def test_a_disk_that_refuses_is_told(packing):
    packing.renderers.full = True
    packing.renderers.written[OUT] = b"old"

    with pytest.raises(StoreBroken):
        packing.pack()

    assert packing.renderers.written == {OUT: b"old"}


def test_hostile_words_of_a_plan_stay_words():
    profile = Profile(
        document_title="=1+1\nVersion: 9", document_id="../../x", legal_name="\u202ey"
    )
    packing = Packing(plan_with(person("a", "=cmd|'/c calc'!A0"), profile=profile))
    packing.entries = (Entry(1, "a", "2026-11-21T12:00:00+00:00", "@who", "\t+what\x1b", "[]"),)

    result = packing.pack()

    assert all(is_safe(name) for name in result.files)
    assert b'"\'@who","\'+what' in packing.packed[names.REVISIONS]
    assert b"\x1b" not in packing.packed[names.REVISIONS]
    assert "Document:        =1+1 Version: 9" in _readme(packing)


def test_a_plan_of_nothing_can_be_packed():
    packing = Packing(plan_with())
    packing.store.plan = packing.plan.with_table(Kind.PERSON, Records(()))

    assert packing.pack().sound


def _readme(packing: Packing) -> list[str]:
    return packing.packed[names.README].decode().splitlines()
