"""Claims a document makes: relations its text or tables state or imply between figures."""
