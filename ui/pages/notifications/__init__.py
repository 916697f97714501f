"""The notifications page: regimes to adopt, duties, clocks and decisions."""
