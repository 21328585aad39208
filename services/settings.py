"""Every setting, read once at the start."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Each field is the environment variable CAREERVAULT_<FIELD>; `.env` is read too."""

    model_config = SettingsConfigDict(
        env_prefix="careervault_", env_file=".env", frozen=True, extra="ignore"
    )

    host: str = "127.0.0.1"
    """The address to listen on; 0.0.0.0 for every one of the machine's."""

    port: int = Field(default=8080, ge=1, le=65535)
    """The port to listen on."""

    data: Path = Path("data")
    """The folder that holds the database and the instance's secret."""

    store: Literal["sqlite", "dynamodb"] = "sqlite"
    """Where rows are kept."""

    table: str = Field(default="careervault", min_length=3)
    """The name of the DynamoDB table."""

    files: Literal["folder", "s3"] = "folder"
    """Where resumes and other papers are kept: under `data`, or in an S3 bucket."""

    bucket: str = Field(default="careervault", min_length=3, max_length=63)
    """The name of the S3 bucket."""

    identity: Literal["local", "cognito"] = "local"
    """Who knows the people: our own accounts, or a Cognito user pool."""

    pool: str = ""
    """The id of the Cognito user pool."""

    pool_client: str = ""
    """The id of this application in the pool."""

    pool_client_secret: SecretStr | None = None
    """What the pool knows this application by, so that nobody else can sign people up."""

    pool_page: str = ""
    """The address of the pool's managed page, through which other providers let people in."""

    providers: str = ""
    """The names of those providers in the pool, with commas."""

    url: str = ""
    """The address that people type, to which other providers send them back."""

    queue: Literal["local", "sqs"] = "local"
    """Where work is kept that outlives a task: in the table, or in an SQS queue."""

    queue_url: str = ""
    """The address of the SQS queue."""

    language: Literal["gemini", "fake"] = "gemini"
    """Who writes advice: Google's Gemini, or a practice model on this machine, for nothing."""

    gemini_api_key: SecretStr | None = None
    """Without a key everything else works, and the places for advice say how to add one."""

    model: str = Field(default="gemini-3.8-flash", min_length=1)
    """The model that writes advice."""

    cheap_model: str = Field(default="gemini-3.5-flash-lite", min_length=1)
    """The model for small tasks."""

    daily_dollars: float = Field(default=1.0, ge=0)
    """The most that advice for one person may cost in a day."""

    monthly_dollars: float = Field(default=30.0, ge=0)
    """The most that advice for everybody together may cost in a month."""

    secret: SecretStr | None = None
    """Seals what must be read back (keys, authenticator secrets). Made, in `data`, if absent."""

    secure_cookies: bool = False
    """Send cookies over HTTPS only. Turn it on behind TLS."""

    proxies: str = ""
    """Addresses of the load balancers whose X-Forwarded headers are believed, with commas."""

    sign_up: bool = True
    """Whether strangers may make an account."""

    live_seconds: float = Field(default=0.8, gt=0, le=60)
    """How often a process looks for changes that another process made, while a page is open."""

    log_format: Literal["plain", "json"] = "plain"
    """How log lines are written."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least important log line that is written."""


def read_settings() -> Settings:
    """Read the settings, or end the program with one sentence that names the variable."""
    try:
        return Settings()
    except ValidationError as error:
        finding = error.errors(include_url=False)[0]
        name = "CAREERVAULT_" + "_".join(str(part) for part in finding["loc"]).upper()
        raise SystemExit(f"{name} cannot be used: {finding['msg']}.") from None
