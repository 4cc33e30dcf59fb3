"""What an audit gives its reader: terminal, JSON, SARIF, page, and copies of the file with its findings."""
