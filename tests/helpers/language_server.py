"""The language server for YAML that editors run, asked as editors ask it: over its standard input and output."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from programs import lacking, need

PROGRAM = Path(__file__).parents[1] / "validators/node_modules/yaml-language-server/bin/yaml-language-server"
CURSOR = "@@"
"""Where the cursor is in a text."""


class YamlServer:
    """A running server that knows the files of one site. One that is asked for mistakes is asked for nothing else: it
    finds them in its own time, and does not say in which version of a file."""

    def __init__(self, folder: Path, schemas: dict[str, str]) -> None:
        """``schemas`` maps files with schemas to the files of the site that they are for, as in settings."""
        node = need("node")
        if not PROGRAM.exists():
            lacking("yaml-language-server")
        self._folder, self._sent = folder, 0
        self._settings = {
            "schemas": schemas,
            "validate": True,
            "completion": True,
            "hover": True,
            "schemaStore": {"enable": False},
        }
        self._process = subprocess.Popen(
            [node, str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        folders = [{"uri": folder.as_uri(), "name": "site"}]
        self._ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": able},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})
        # It asks for its settings now, and checks files when it has them.
        self.faults("site.yaml", "")

    def stop(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def proposed(self, path: str, text: str) -> dict[str, str]:
        """What is proposed at the cursor, with its documentation."""
        found = self._at_cursor("textDocument/completion", path, text)
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: _shown(item.get("documentation")) for item in items}

    def hover(self, path: str, text: str) -> str:
        """What is shown where the pointer rests on the cursor."""
        found = self._at_cursor("textDocument/hover", path, text)
        return _shown(found["contents"]) if found else ""

    def faults(self, path: str, text: str) -> list[str]:
        """What is marked as wrong in a file: line, from 1, and message."""
        uri = self._open(path, text)
        found = self._checked(uri)
        self._close(uri)
        # Once more when it is closed.
        self._checked(uri)
        return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found]

    def _at_cursor(self, method: str, path: str, text: str) -> Any:
        before, _, after = text.partition(CURSOR)
        uri = self._open(path, before + after)
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        found = self._ask(method, {"textDocument": {"uri": uri}, "position": place})
        self._close(uri)
        return found

    def _open(self, path: str, text: str) -> str:
        uri = (self._folder / path).as_uri()
        # What the server knows of a file is kept by its version.
        self._sent += 1
        item = {"uri": uri, "languageId": "yaml", "version": self._sent, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def _close(self, uri: str) -> None:
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def _checked(self, uri: str) -> list[Any]:
        def about(message: dict[str, Any]) -> bool:
            is_check = message.get("method") == "textDocument/publishDiagnostics"
            return is_check and message["params"]["uri"] == uri

        found: list[Any] = self._until(about)["params"]["diagnostics"]
        return found

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._sent += 1
        number = self._sent
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda message: message.get("id") == number and "method" not in message)["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                asked = message["params"]["items"] if message["method"] == "workspace/configuration" else []
                answer = [self._settings if item.get("section") == "yaml" else None for item in asked]
                self._send({"id": message["id"], "result": answer or None})
            if wanted(message):
                return message

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError("the server has ended")
        found: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return found


def _shown(text: Any) -> str:
    return str(text.get("value", "")) if isinstance(text, dict) else str(text or "")
