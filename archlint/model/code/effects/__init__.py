"""Effects: where code reads the world or changes it, rather than only computing."""
