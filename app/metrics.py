"""What is counted for operators, on a registry of this application's own."""

from time import perf_counter

from fastapi import APIRouter, Request, Response
from nicegui import Client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

router = APIRouter(include_in_schema=False)


class Metrics:
    """The counters of one application; names and sizes only, nothing of what people write."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._jobs = Counter("job_applications_total", "Jobs added.", registry=self.registry)
        self._asked = Counter(
            "ai_analysis_requests_total",
            "Analyses asked of a language model.",
            registry=self.registry,
        )
        self._requests = Histogram(
            "api_request_duration_seconds",
            "How long requests at the REST door took.",
            ("method", "route", "status"),
            registry=self.registry,
            buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5),
        )
        pages = Gauge("pages_open", "Pages open in browsers.", registry=self.registry)
        pages.set_function(lambda: len(Client.instances))

    def added(self, jobs: int = 1) -> None:
        """Count jobs that were added."""
        self._jobs.inc(jobs)

    def asked(self) -> None:
        """Count a question that was put to a language model."""
        self._asked.inc()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request at the REST door and how long it took."""
        self._requests.labels(method, route, str(status)).observe(seconds)


class RequestClock:
    """Measures each request of the application it stands in front of."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500
        start = perf_counter()

        async def send_noting(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        finally:
            method, route = _names(scope)
            self._metrics.answered(method, route, status, perf_counter() - start)


def _names(scope: Scope) -> tuple[str, str]:
    # What a stranger may choose freely (a path, a method) must not become a label.
    route = getattr(scope.get("route"), "path", None)
    return (scope["method"], f"/api{route}") if route else ("other", "unknown")


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    counted: Metrics = request.app.state.metrics
    return Response(generate_latest(counted.registry), media_type=CONTENT_TYPE_LATEST)
