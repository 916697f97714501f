"""The panel beside a section: guidance, requirements and findings."""
