import io
from dataclasses import replace

import pikepdf
import pytest

from app.domain.errors import IrplanError
from app.services.exporting import ExportOptions
from app.services.rendering import FileFormat
from app.services.signing import IdentityRequest, KeyFile
from tests.fakes import FACTS
from tests.integration.signing.authorities import made_authority, stamp_server


def test_an_identity_signs_an_export_that_then_verifies(made, tmp_path):
    sample = made.create_sample(tmp_path / "sample.irplan")
    identity = tmp_path / "anna.p12"
    facts = made.make_identity(
        IdentityRequest("Anna", "a@x.example", "X Ltd"), identity, "secret 1"
    )

    options = ExportOptions(tmp_path, (FileFormat.PDF,), key=KeyFile(identity, "secret 1"))
    result = made.exporter().export(sample.judgement, options)
    sample.store.close()

    assert facts.name == "Anna"
    (file,) = result.files
    report = made.verify(file.path, (identity.with_suffix(".crt"),))
    assert (report.verdict.value, report.sha256) == ("valid-incomplete", file.sha256)


@pytest.mark.parametrize("text", ["x" * 5000, "\u8b66" * 200, "word " * 900, "", "\u202eא" * 90])
def test_a_fingerprint_sheet_is_one_page_whatever_the_certificate_says(made, text):
    facts = replace(
        FACTS,
        fingerprint=":".join(["AB"] * 32),
        **dict.fromkeys(("name", "email", "organisation", "subject", "issuer", "serial"), text),
    )

    data = made.fingerprint_sheet(facts, f"{text}.crt")

    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
    assert made.fingerprint_sheet(facts, f"{text}.crt") == data


def test_a_time_stamp_server_is_tried_before_it_is_relied_on(made, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stamp_server(made_authority(), {}) as server:
        report = made.time_from(server.at("/stamp"))
        with pytest.raises(IrplanError, match="refused"):
            made.time_from(server.at("/refuse"))

    assert report.holds
    assert report.authority == "Clock"
    assert report.at is not None
