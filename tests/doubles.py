"""What stands in for the outside: a clock that we hold."""

from datetime import UTC, datetime, timedelta


class HeldClock:
    """A clock that moves only when it is told to."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **duration: float) -> datetime:
        """Let time pass, as `timedelta` counts it, and return what time it is then."""
        self.moment += timedelta(**duration)
        return self.moment
