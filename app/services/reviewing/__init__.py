"""Review sessions: prepared, walked through, closed, and kept as minutes.

Every use case returns changes; whoever holds the session makes them one step of the plan's history.
"""
