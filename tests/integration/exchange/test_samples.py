"""What an answers file says of itself."""

import pytest

from app.bootstrap import samples_folder
from app.exchange.answers import AnswersUnreadable
from app.exchange.samples import SampleFacts, sample_facts


def written(folder, text):
    path = folder / "answers.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_facts_are_those_of_the_file(tmp_path):
    path = written(
        tmp_path,
        'template = "small"\n[answers]\nprofile.legal_name = "Müller & Söhne"\n'
        'profile.sector = "software"\nprofile.document_id = "MS-1"\n',
    )

    assert sample_facts(path) == SampleFacts("Müller & Söhne", "software", "small", "MS-1")


@pytest.mark.parametrize("text", ["", "answers = 3", '[answers]\nprofile = "x"'])
def test_what_the_file_does_not_say_is_blank(tmp_path, text):
    assert sample_facts(written(tmp_path, text)) == SampleFacts("", "", "", "")


@pytest.mark.parametrize("content", [b"[answers", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_told_by_its_name(tmp_path, content):
    path = tmp_path / "broken.toml"
    path.write_bytes(content)

    with pytest.raises(AnswersUnreadable, match=r"broken\.toml"):
        sample_facts(path)


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(AnswersUnreadable):
        sample_facts(tmp_path / "gone.toml")


def test_every_sample_says_who_it_is():
    for path in samples_folder().glob("*.toml"):
        facts = sample_facts(path)
        assert all((facts.organisation, facts.sector, facts.template, facts.document)), path
