"""Holds the Terraform module's arguments against the provider's typed bindings: `make infra-check`.

The bindings are read, not run: running them wants Node.
"""

import ast
import importlib.util
import re
from pathlib import Path

MODULE = Path(__file__).parents[2] / "infra" / "terraform"
BLOCK = re.compile(r'^resource "aws_(\w+)" "(\w+)" \{\n(.*?)^\}', re.MULTILINE | re.DOTALL)
ARGUMENT = re.compile(r"^  (\w+)\s*[={]", re.MULTILINE)


def main() -> None:
    """End with a sentence for each argument that the provider does not know."""
    found = [
        (f"aws_{kind}.{name}", argument, known(kind))
        for path in sorted(MODULE.glob("*.tf"))
        for kind, name, body in BLOCK.findall(path.read_text())
        for argument in ARGUMENT.findall(body)
    ]
    strange = [
        f"{where} has no argument {name}" for where, name, names in found if name not in names
    ]
    if strange or not found:
        raise SystemExit("\n".join(strange) or "There is no resource in the Terraform module.")
    print(f"Terraform: {len(found)} arguments, all known to the provider's bindings.")


def known(kind: str) -> set[str]:
    """Return the arguments a resource may have."""
    spec = importlib.util.find_spec("cdktf_cdktf_provider_aws")
    if spec is None or spec.origin is None:
        raise SystemExit("The provider's bindings are not here: run `make infra-check`.")
    source = Path(spec.origin).parent / kind / "__init__.py"
    wanted = "".join(word.title() for word in kind.split("_")) + "Config"
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.ClassDef) and node.name == wanted:
            [start] = [
                each
                for each in node.body
                if isinstance(each, ast.FunctionDef) and each.name == "__init__"
            ]
            return {argument.arg for argument in start.args.kwonlyargs}
    raise SystemExit(f"The provider knows no aws_{kind}.")


if __name__ == "__main__":
    main()
