"""Sealed texts: of no use without the installation's secret."""

import pytest

from services.errors import Unavailable
from services.identity.sealing import Sealing


def test_what_was_sealed_opens_with_the_same_secret():
    sealed = Sealing("one secret").seal("JBSWY3DPEHPK3PXP")
    assert Sealing("one secret").open(sealed) == "JBSWY3DPEHPK3PXP"


def test_a_sealed_text_does_not_show_what_it_holds():
    assert "JBSWY3DPEHPK3PXP" not in Sealing("one secret").seal("JBSWY3DPEHPK3PXP")


def test_another_secret_opens_nothing_and_says_what_to_do():
    sealed = Sealing("one secret").seal("JBSWY3DPEHPK3PXP")
    with pytest.raises(Unavailable, match="CAREERVAULT_SECRET"):
        Sealing("another secret").open(sealed)


def test_a_changed_text_does_not_open():
    sealed = Sealing("one secret").seal("JBSWY3DPEHPK3PXP")
    with pytest.raises(Unavailable):
        Sealing("one secret").open(sealed[:-4] + "AAA=")
