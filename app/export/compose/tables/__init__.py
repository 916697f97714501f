"""The records each section presents, as tables and figures."""
