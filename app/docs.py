"""The REST door described for people: a plain page made from the OpenAPI document."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response

from app.public import Public

router = APIRouter(include_in_schema=False)

SUBJECTS = {
    "auth": "Signing in",
    "jobs": "Jobs",
    "resumes": "Resumes",
    "matches": "Matches, letters and dossiers",
    "ai": "Advice",
    "analytics": "Numbers",
    "person": "Everything of yours",
    "instance": "For whoever runs it",
}

PLAIN = {"string": "text", "integer": "whole number", "boolean": "yes or no", "null": "nothing"}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to send."""

    name: str
    kind: str
    needed: bool
    words: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that may be asked at the REST door."""

    method: str
    path: str
    words: str
    fields: tuple[Field, ...]
    answers: str


@router.get("/docs")
async def docs(request: Request) -> Response:
    public: Public = request.app.state.public
    api: FastAPI = request.app.state.api
    subjects = _subjects(api.openapi())
    return public.page("docs", "The REST door", subjects=subjects, names=SUBJECTS)


def _subjects(document: dict[str, Any]) -> dict[str, list[Operation]]:
    found: dict[str, list[Operation]] = defaultdict(list)
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            found[operation["tags"][0]].append(_operation(document, method, path, operation))
    return dict(found)


def _operation(
    document: dict[str, Any], method: str, path: str, operation: dict[str, Any]
) -> Operation:
    good = next(each for each in operation["responses"].items() if each[0] < "3")
    schema = good[1].get("content", {}).get("application/json", {}).get("schema", {})
    return Operation(
        method=method.upper(),
        path=f"/api{path}",
        words=_plain(operation.get("description", "")),
        fields=tuple(_fields(document, operation)),
        answers=f"{good[0]} {_kind(document, schema) if schema else ''}".strip(),
    )


def _fields(document: dict[str, Any], operation: dict[str, Any]) -> Iterator[Field]:
    for parameter in operation.get("parameters", []):
        kind = f"{_kind(document, parameter['schema'])}, in the {parameter['in']}"
        words = _plain(parameter.get("description", ""))
        yield Field(parameter["name"], kind, parameter.get("required", False), words)
    # JSON, or a form where a file comes along.
    contents: dict[str, Any] = operation.get("requestBody", {}).get("content", {})
    body: dict[str, Any] = next(iter(contents.values()), {})
    schema = _model(document, body.get("schema", {}))
    for name, each in schema.get("properties", {}).items():
        needed = name in schema.get("required", [])
        yield Field(name, _kind(document, each), needed, _plain(each.get("description", "")))


def _model(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return the model that a schema refers to, also where it may be left out."""
    for each in [schema, *schema.get("anyOf", [])]:
        if "$ref" in each:
            found: dict[str, Any] = document["components"]["schemas"][_name(each["$ref"])]
            return found
    return schema


def _kind(document: dict[str, Any], schema: dict[str, Any]) -> str:
    """Say in a word or two what a value is."""
    if "$ref" in schema:
        model = _model(document, schema)
        return _kind(document, model) if "enum" in model else _name(schema["$ref"])
    if "anyOf" in schema:
        return " or ".join(_kind(document, each) for each in schema["anyOf"])
    if "enum" in schema:
        return " or ".join(f"“{each}”" for each in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(document, schema.get('items', {}))}"
    if "contentMediaType" in schema:
        return "file"
    kind = str(schema.get("format") or schema.get("type"))
    return PLAIN.get(kind, kind)


def _plain(words: str) -> str:
    """Leave out the marks by which programs tell names from words."""
    return words.replace("`", "")


def _name(reference: str) -> str:
    return reference.rsplit("/", 1)[-1]
