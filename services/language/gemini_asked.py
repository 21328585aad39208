"""What goes to Gemini: the material, the conversation so far, and what it may ask to look at."""

from typing import Any

from google.genai import types

from services.language.model import Material, Prompt
from services.language.turns import ToolCall, ToolResult, Turn
from services.language.wrapping import wrap


def contents_of(prompt: Prompt, boundary: str) -> list[types.Content]:
    """Return the material and then the turns; whatever is not ours stands behind the boundary."""
    parts = [types.Part(text=wrap(each, boundary)) for each in prompt.material]
    if not parts and not prompt.turns:
        parts = [types.Part(text="Begin.")]
    material = [types.Content(role="user", parts=parts)] if parts else []
    return [*material, *(_content(turn, boundary) for turn in prompt.turns)]


def equipped(prompt: Prompt) -> dict[str, Any]:
    """Return the settings by which Gemini knows its tools, if it has any."""
    if not prompt.tools:
        return {}
    declared = [
        types.FunctionDeclaration(
            name=tool.name, description=tool.description, parameters_json_schema=tool.schema
        )
        for tool in prompt.tools
    ]
    modes = types.FunctionCallingConfigMode
    calling = types.FunctionCallingConfig(mode=modes.NONE if prompt.must_answer else modes.AUTO)
    return {
        "tools": [types.Tool(function_declarations=declared)],
        "tool_config": types.ToolConfig(function_calling_config=calling),
    }


def _content(turn: Turn, boundary: str) -> types.Content:
    parts = [_part(each, boundary) for each in turn.parts]
    return types.Content(role="model" if turn.by_model else "user", parts=parts)


def _part(part: str | ToolCall | ToolResult, boundary: str) -> types.Part:
    match part:
        case str():
            return types.Part(text=part)
        case ToolCall():
            call = types.FunctionCall(name=part.name, args=part.arguments, id=part.id or None)
            return types.Part(function_call=call, thought_signature=part.signature or None)
        case ToolResult():
            found = wrap(Material(f"results of {part.call.name}", part.text), boundary)
            response = types.FunctionResponse(
                name=part.call.name, id=part.call.id or None, response={"output": found}
            )
            return types.Part(function_response=response)
