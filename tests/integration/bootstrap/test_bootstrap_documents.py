from app.services.exporting import ExportOptions, FileFormat
from app.services.signing import IdentityRequest


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
