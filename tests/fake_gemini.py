"""Our own Gemini as a server: `python -m tests.fake_gemini [port] [scenario]`.

Another scenario follows with `POST /scenario {"usual": "slow", "next": ["down", "cut"]}`.
"""

import sys
import threading

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Scenario
from services.language.fake.serving import start

if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    usual = Scenario(sys.argv[2]) if len(sys.argv) > 2 else Scenario.WELL
    url, stop = start(FakeGemini(usual=usual, pace=0.03), port)
    print(f"Gemini's twin answers at {url} for the key {KEY!r}. Ctrl+C ends it.", flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        stop()
