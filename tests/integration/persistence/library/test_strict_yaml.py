import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from app.persistence.library.strict_yaml import MAX_DEPTH, NotStrictYaml, read_yaml


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: yes", "line 1: 'yes' means different things to YAML; put it in quotes"),
        ("a: 1\nb: No", "line 2: 'No' means different things to YAML; put it in quotes"),
        ("a: True", "line 1: 'True' means different things to YAML; put it in quotes"),
        ("a: 012", "line 1: '012' means different things to YAML; put it in quotes"),
        ("a: 0x1F", "line 1: '0x1F' means different things to YAML; put it in quotes"),
        ("a: 1:30", "line 1: '1:30' means different things to YAML; put it in quotes"),
        ("a: 1.5", "line 1: '1.5' means different things to YAML; put it in quotes"),
        ("a: 1_000", "line 1: '1_000' means different things to YAML; put it in quotes"),
        ("a: .inf", "line 1: '.inf' means different things to YAML; put it in quotes"),
        ("a: 1\nb: 2\na: 3", "line 3: the key 'a' stands twice, first in line 1"),
        ("a: &x 1", "line 1: '&x' names a value; anchors are not allowed"),
        ("a: *x", "line 1: '*x' refers elsewhere; write the value out"),
        ("<<: {a: 1}", "line 1: a key is not text; put it in quotes"),
        ("1: a", "line 1: a key is not text; put it in quotes"),
        ("true: a", "line 1: a key is not text; put it in quotes"),
        ("? [a, b]\n: 1", "line 1: a key is not text; put it in quotes"),
        (
            "a: !!python/name:os.system x",
            "line 1: the tag 'tag:yaml.org,2002:python/name:os.system'",
        ),
        ("a: !!str x", "line 1: the tag 'tag:yaml.org,2002:str' is not allowed"),
        ("a: [1", "line 2: did not find expected"),
        ("a: 1\n---\nb: 2", "line 2: a second document begins; a file holds one"),
        ("a: \x07", "character 4: U+0007 is not allowed"),
        (
            "[" * (MAX_DEPTH + 1),
            f"line 1: more than {MAX_DEPTH} lists and tables within each other",
        ),
    ],
)
def test_what_yaml_readers_may_take_differently_is_refused(text, sentence):
    with pytest.raises(NotStrictYaml) as caught:
        read_yaml(text)

    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("a:", {"a": None}),
        ("a: ~", {"a": None}),
        ("a: null", {"a": None}),
        ("a: true\nb: false", {"a": True, "b": False}),
        ("a: 0\nb: -12", {"a": 0, "b": -12}),
        ("a: 2026-11-21", {"a": "2026-11-21"}),
        ("a: 2.2-1\nb: IR-8", {"a": "2.2-1", "b": "IR-8"}),
        ("a: 'yes'\nb: \"012\"\nc: |\n  no", {"a": "yes", "b": "012", "c": "no"}),
        ("on: 1\nyes: 2", {"on": 1, "yes": 2}),
        ("- [a, {b: 1}]", [["a", {"b": 1}]]),
    ],
)
def test_what_means_one_thing_only_is_read(text, data):
    found = read_yaml(text)

    assert found == data


def test_every_problem_is_told_at_once():
    with pytest.raises(NotStrictYaml) as caught:
        read_yaml("a: yes\nb: &x 1\nb: 2\nc: [")

    assert len(caught.value.problems) == 4


def test_entities_that_multiply_are_refused_at_the_first_one():
    bomb = "a: &a [x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in ("ab", "bc", "cd")
    )

    with pytest.raises(NotStrictYaml) as caught:
        read_yaml(bomb)

    assert "anchors are not allowed" in caught.value.problems[0]


_TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(_DATA)
def test_quoted_text_reads_back_whatever_it_looks_like(data):
    text = yaml.dump(_quoted(data), Dumper=_Quoting, allow_unicode=True, width=10_000)

    assert read_yaml(text) == data


class _Quoted(str):
    __slots__ = ()


class _Quoting(yaml.SafeDumper):
    @override
    def ignore_aliases(self, data):
        return True


_Quoting.add_representer(
    _Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def _quoted(data):
    match data:
        case str():
            return _Quoted(data)
        case list():
            return [_quoted(item) for item in data]
        case dict():
            return {_Quoted(key): _quoted(value) for key, value in data.items()}
        case _:
            return data


def _problems_of(text):
    try:
        read_yaml(text)
    except NotStrictYaml as error:
        return error.problems
    return ()


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=60))
def test_any_text_is_read_or_refused_with_a_reason(text):
    problems = _problems_of(text)

    assert all(problems)
