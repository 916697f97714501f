"""Who answers for what, as a grid of activities and roles."""
