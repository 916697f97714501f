"""What the places inside the text and tables of the document are called."""

from app.domain.plan.kinds import Kind


def section_place(section: str) -> str:
    """The heading of a section."""
    return f"section:{section}"


def answer_place(text: str, question: str) -> str:
    """Where the text called `text` first prints the answer to `question`."""
    return f"{text}?{question}"


def sentence_place(text: str, at: int) -> str:
    """Where the sentence `at` of those sought in the text called `text` stands."""
    return f"{text}#{at}"


def record_place(kind: Kind, record: str) -> str:
    """The row of a record in the table that lists its kind."""
    return f"record:{kind.value}/{record}"
