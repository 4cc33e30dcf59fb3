"""Relations that one slip of the pen breaks: put right, they hold to the last digit where chance hardly could."""
