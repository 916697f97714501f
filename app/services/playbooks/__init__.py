"""Playbooks: their steps in order, edits of them, copies, and what the library offers."""
