from dataclasses import replace

from app.domain.document.anchors import texts
from app.domain.document.inline import Text
from app.domain.document.tree import Callout, Facts, Inlines, Tone
from app.export.compose.fingerprint_sheet import fingerprint_sheet, lines, shortened
from tests.builders import NOON
from tests.fakes import FACTS
from tests.labels import ENGLISH

PAIRS = ":".join(f"{number:02X}" for number in range(32))
KEPT = replace(FACTS, fingerprint=PAIRS, email="ada@example.org")


def said(document) -> str:
    runs = (run for block in document.body for content in texts(block) for run in content)
    return " ".join(run.text for run in runs if isinstance(run, Text))


def stated(document) -> dict[str, str]:
    (facts,) = (block for block in document.body if isinstance(block, Facts))
    return {label: _text(value) for label, value in facts.rows}


def _text(value: Inlines) -> str:
    return "".join(run.text for run in value if isinstance(run, Text))


def test_a_fingerprint_is_read_in_groups_of_four_pairs():
    shown = lines(PAIRS)

    assert shown[0] == "00:01:02:03 · 04:05:06:07"
    assert len(shown) == 4
    assert ":".join(":".join(line.split(" · ")) for line in shown) == PAIRS


def test_it_says_whose_certificate_it_is_and_how_to_compare():
    made = fingerprint_sheet(KEPT, "ada.crt", ENGLISH, NOON)

    text = said(made)
    assert all(line in text for line in lines(PAIRS))
    assert "openssl x509 -in ada.crt -noout -fingerprint -sha256" in text
    assert "Call Harbour Water on a number that you knew before." in text
    assert stated(made)["Valid until"] == "1 January 2029, 00:00 UTC"
    assert stated(made)["E-mail"] == "ada@example.org"
    assert (made.cover.title, made.cover.compact) == ("Fingerprint sheet", True)
    assert made.metadata.created == NOON


def test_what_is_not_stated_is_left_out():
    assert "E-mail" not in stated(fingerprint_sheet(FACTS, "a.crt", ENGLISH, NOON))


def test_who_issued_it_changes_what_it_says():
    own = fingerprint_sheet(KEPT, "a.crt", ENGLISH, NOON)
    issued = fingerprint_sheet(replace(KEPT, self_signed=False), "a.crt", ENGLISH, NOON)

    (warning,) = (block for block in own.body if isinstance(block, Callout))
    (remark,) = (block for block in issued.body if isinstance(block, Callout))
    assert (warning.title, warning.tone) == ("Self-signed", Tone.WARN)
    assert (remark.title, remark.tone) == ("Issued by another party", Tone.NEUTRAL)
    assert stated(own)["Issued by"] == "Itself (self-signed)"
    assert stated(issued)["Issued by"] == "CN=Harbour Water"


def test_words_of_the_certificate_are_one_short_line():
    odd = replace(KEPT, name="A\nB\t" + "x" * 400, organisation="")

    made = fingerprint_sheet(odd, "y" * 400, ENGLISH, NOON, 10)

    assert stated(made)["Name"] == "A B xxxxx…"
    assert made.cover.organisation == "A B xxxxx…"
    assert f"-in {'y' * 9}… -noout" in said(made)
    assert shortened("short", 5) == "short"
