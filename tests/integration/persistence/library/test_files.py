from app.persistence.library.files import MAX_BYTES, load, named, yaml_files
from app.persistence.library.problems import Problems


def test_a_file_is_called_by_its_place_below_the_library_folder(tmp_path):
    root = tmp_path / "templates"

    file = named(root, root / "combined" / "template.yaml")

    assert file.name == "templates/combined/template.yaml"


def test_files_are_found_by_name_and_only_yaml(tmp_path):
    for name in ("b.yaml", "a.yaml", "notes.txt"):
        (tmp_path / name).write_text("a: 1", encoding="utf-8")

    found = yaml_files(tmp_path, tmp_path)

    assert [file.path.name for file in found] == ["a.yaml", "b.yaml"]


def test_a_folder_that_is_not_there_holds_no_files(tmp_path):
    assert yaml_files(tmp_path, tmp_path / "starting") == ()


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1")

    data = load(named(tmp_path, path), Problems())

    assert data == {"a": 1}


def _problem_of(tmp_path, content):
    path = tmp_path / "a.yaml"
    if content is not None:
        path.write_bytes(content)
    problems = Problems()

    data = load(named(tmp_path, path), problems)

    assert data is None
    return problems.lines


def test_a_file_too_large_is_not_parsed(tmp_path):
    lines = _problem_of(tmp_path, b"a: " + b"x" * MAX_BYTES)

    assert lines == [f"{tmp_path.name}/a.yaml: cannot be read (larger than 2 MB)"]


def test_a_file_of_another_encoding_is_told_with_the_byte(tmp_path):
    lines = _problem_of(tmp_path, b"a: caf\xe9")

    assert lines == [f"{tmp_path.name}/a.yaml: byte 7 is not UTF-8; save it as UTF-8"]


def test_a_missing_file_is_told(tmp_path):
    lines = _problem_of(tmp_path, None)

    assert lines == [f"{tmp_path.name}/a.yaml: cannot be read (No such file or directory)"]


def test_an_empty_file_is_told(tmp_path):
    lines = _problem_of(tmp_path, b"# nothing\n")

    assert lines == [f"{tmp_path.name}/a.yaml: is empty"]


def test_each_line_outside_of_the_subset_is_told(tmp_path):
    lines = _problem_of(tmp_path, b"a: yes\nb: no\n")

    assert lines == [
        f"{tmp_path.name}/a.yaml: line {line}: '{word}' means different things to YAML;"
        " put it in quotes"
        for line, word in ((1, "yes"), (2, "no"))
    ]
