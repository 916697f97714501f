from app.services.library import FrameworkUnknown, LibraryFileInvalid, TemplateUnknown


def test_an_invalid_library_tells_every_problem():
    error = LibraryFileInvalid(("a.yaml: id: is missing", "b.yaml: is empty"))

    assert error.code == "library.invalid"
    assert error.problems == ("a.yaml: id: is missing", "b.yaml: is empty")
    assert error.params == {"count": "2", "first": "a.yaml: id: is missing"}
    assert str(error).splitlines()[1:] == ["a.yaml: id: is missing", "b.yaml: is empty"]


def test_an_unknown_template_names_the_known_ones():
    error = TemplateUnknown("x", ("combined", "nist"))

    assert str(error) == "There is no template 'x'; choose one of combined, nist."
    assert (error.code, error.params) == ("library.unknown-template", {"template": "x"})


def test_an_unknown_framework_names_the_known_ones():
    error = FrameworkUnknown("x", ("csf",))

    assert str(error) == "There is no framework 'x'; choose one of csf."
    assert (error.code, error.params) == ("library.unknown-framework", {"framework": "x"})
