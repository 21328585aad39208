"""Keeps what must be read back so that a stolen database does not give it away."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from services.errors import Unavailable


class Sealing:
    """Seals texts with a key derived from this installation's secret."""

    def __init__(self, secret: str) -> None:
        # A key for this purpose alone: the same secret may serve others.
        derivation = HKDF(SHA256(), length=32, salt=None, info=b"careervault: sealed texts")
        self._fernet = Fernet(urlsafe_b64encode(derivation.derive(secret.encode())))

    def seal(self, text: str) -> str:
        """Return the text in a form that only the same secret opens."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Return the text, or raise `Unavailable` if it was sealed with another secret."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken:
            raise Unavailable(
                "This installation's secret has changed, so authenticator codes and keys cannot be "
                "read. Its operator can put CAREERVAULT_SECRET back."
            ) from None
