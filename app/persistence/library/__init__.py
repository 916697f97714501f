"""Templates and frameworks from YAML files: strict schema first, then domain dataclasses.

Only `store` is imported at start; it imports the readers, and with them PyYAML and pydantic,
when something is first asked of it.
"""
