"""A Gemini of our own, for the demo and for tests: an honest wire, and the words of the texts."""
