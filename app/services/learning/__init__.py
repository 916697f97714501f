"""What exercises and incidents bring: records of them, lessons, files and evidence."""
