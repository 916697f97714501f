"""Prose as plain text."""

from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text

SOURCE = """## One *two*

a\\
{{b}} [c](https://d.example) [Lead](role:r) [](role:r)

- e
  - f

> g
>
> h

---

| i | j |
| - | - |
| 1 | 2 |"""


def test_each_paragraph_entry_and_row_is_a_line():
    assert plain_text(read(SOURCE)) == "One two\na\n{{b}} c Lead r\ne\nf\ng\nh\ni\tj\n1\t2"


def test_variables_show_their_value():
    assert plain_text(read("{{b}}{{c}}"), {"b": "1", "c": "2"}.__getitem__) == "12"
