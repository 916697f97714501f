"""Plans in SQLite files, through SQLAlchemy."""
