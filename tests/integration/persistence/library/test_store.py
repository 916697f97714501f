import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.judgement.requirements import FrameworkStatus
from app.services.library import (
    FrameworkSummary,
    FrameworkUnknown,
    LibraryFileInvalid,
    TemplateUnknown,
)

ROOT = Path(__file__).parents[4]


def test_templates_are_listed(shelf):
    (summary,) = shelf.library.templates()

    assert (summary.id, summary.arrangement) == ("small", "One section after the other.")


def test_frameworks_are_listed(shelf):
    assert shelf.library.frameworks() == (
        FrameworkSummary(
            id="small-framework",
            name="The small framework",
            publisher="Nobody",
            edition="First",
            status=FrameworkStatus.CURRENT,
            kind="guidance",
            requirements=3,
            has_baselines=True,
            aliases=("old-name",),
        ),
    )


def test_a_framework_is_found_by_its_id_and_by_an_alias(shelf):
    library = shelf.library

    assert library.framework("old-name") is library.framework("small-framework")


def test_a_framework_is_read_once(shelf):
    library = shelf.library
    framework = library.framework("small-framework")
    (shelf.root / "frameworks/small-framework.yaml").unlink()

    assert library.framework("small-framework") is framework


def test_a_framework_is_found_though_another_is_broken(shelf):
    (shelf.root / "frameworks/broken.yaml").write_text("id: [", encoding="utf-8")

    assert shelf.library.framework("small-framework").id == "small-framework"


def test_a_template_is_read_though_a_framework_is_broken(shelf):
    (shelf.root / "frameworks/small-framework.yaml").write_text("id: [", encoding="utf-8")

    assert shelf.library.template("small").frameworks == ("small-framework",)


def test_elements_are_read_once(shelf):
    library = shelf.library

    assert [element.id for element in library.elements()] == ["role.deputies", "severity.matrix"]
    assert library.elements() is library.elements()


def test_an_unknown_framework_is_told_with_those_there_are(shelf):
    with pytest.raises(FrameworkUnknown, match="'nist'; choose one of small-framework") as caught:
        shelf.library.framework("nist")

    assert caught.value.code == "library.unknown-framework"


def test_an_unknown_template_is_told_with_those_there_are(shelf):
    with pytest.raises(TemplateUnknown, match=r"'\.\./small'; choose one of small") as caught:
        shelf.library.template("../small")

    assert caught.value.code == "library.unknown-template"


def test_a_template_is_read_once(shelf):
    library = shelf.library
    template = library.template("small")
    (shelf.root / "templates/base/sections/front.yaml").unlink()

    assert library.template("small") is template


def test_a_broken_library_is_an_expected_failure_that_names_each_place(shelf):
    shelf.edit("templates/small/template.yaml", "name: Small plan\n", "")

    with pytest.raises(LibraryFileInvalid) as caught:
        shelf.library.template("small")

    assert caught.value.code == "library.invalid"
    assert caught.value.message.endswith("\ntemplates/small/template.yaml: name: is missing")


def test_importing_the_store_imports_neither_pydantic_nor_yaml():
    code = "import sys, app.persistence.library.store; print({'pydantic', 'yaml'} & {*sys.modules})"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "set()"
