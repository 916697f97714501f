from dataclasses import replace
from io import BytesIO

import pikepdf

from app.export.pdf.render import render
from tests.integration.export.pdf.sample import document, text


def test_the_file_names_itself(result):
    with pikepdf.open(BytesIO(result.data)) as pdf:
        assert str(pdf.docinfo.Title) == "Incident Response Plan"
        assert str(pdf.docinfo.CreationDate) == "D:20261120093000+00'00'"
        assert str(pdf.Root.Lang) == "en-GB"
        assert b"sha256:9f2c1c5d" in pdf.Root.Metadata.read_bytes()


def test_a_plan_without_title_is_named_after_its_cover():
    plan = document(body=(text("x"),))
    nameless = replace(plan.metadata, title=" ", author="", language="")

    with pikepdf.open(BytesIO(render(replace(plan, metadata=nameless)).data)) as pdf:
        assert str(pdf.docinfo.Title) == "Incident Response Plan"
        assert str(pdf.docinfo.Author) == "Halden Valley Water"
        assert str(pdf.Root.Lang) == "en"
