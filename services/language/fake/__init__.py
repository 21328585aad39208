"""A Gemini of our own, for the demo and for tests: the wire is honest, the wit is small."""
