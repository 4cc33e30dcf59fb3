"""Relations that no words tell, proven by the figures: they fit to the last digit where chance hardly could."""
