from services.advice.ask import Texts
from services.advice.result import Mark


class Gate:
    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def check(self, text: str, is_claim: bool) -> tuple[Mark, ...]:
        return ()


class Gates:
    def open(self, texts: Texts) -> Gate:
        return Gate(texts)
