"""Documents of anybody as one model: text with exact places, whatever format it came in."""
