"""A session with everything that vartani can, under the abilities of real editors; each message is checked."""

import json
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import time

from importlib.util import find_spec
from lsprotocol import types

from protocol import violations

# Captured from the editors; what they do with pulled diagnostics and hints came later than some of them
EDITORS = ["neovim_v0.6.1", "neovim_v0.11.0", "emacs_v29.1", "visual_studio_code_v1.65.2"]

TIMEOUT = 60

ARTICLE = """---
date: 2025-03-12
---
# मॉस्को में बैठक 😀

प्रधानमंत्री नरेंद्र मोदी बुधवार (13 मार्च 2025) को मॉस्को पहुँचे। मास्को में उनकी राष्ट्रपति व्लादिमीर पुतिन से मुलाक़ात होगी।

ज़ेलेंस्की ने कहा कि कल बैठक होगी। जेलेंस्की ने ने अाज 31 अप्रैल 2025 को NATO का हिन्दी हिंदी में नाम लिया। “कल आएंगे।

| नाम | दिन |
|---|---|
| मोदी | सोमवार |
"""


class Client:
    """Says what it is told, answers what it is asked, and finds fault with every message."""

    def __init__(self, program, editor, folder):
        here = pathlib.Path(find_spec("pytest_lsp").origin).parent / "clients" / f"{editor}.json"
        captured = json.loads(here.read_text())
        self.capabilities, self.info = captured["capabilities"], captured["clientInfo"]
        self.server = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.asked, self.answers, self.notes = {}, queue.Queue(), queue.Queue()
        self.messages, self.faults, self.seen = 0, [], {}
        self.number = 0
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params, fails=False):
        self.number += 1
        self.asked[self.number] = method
        message = {"id": self.number, "method": method}
        self.send(message if params is None else {**message, "params": params})
        number, answer = self.answers.get(timeout=TIMEOUT)
        assert number == self.number, (number, self.number)
        if ("error" in answer) != fails:
            self.faults.append(f"{method}: {answer.get('error', 'an error was due')}")
        return answer.get("result")

    def read(self):
        while header := self.server.stdout.readline():
            length = int(header.split(b":")[1])
            assert self.server.stdout.readline() == b"\r\n"
            message = json.loads(self.server.stdout.read(length))
            self.messages += 1
            self.check(message)
            if "method" not in message:
                self.answers.put((message["id"], message))
            elif "id" in message:
                self.answer(message)
            else:
                self.notes.put(message)

    def check(self, message):
        method = message.get("method") or self.asked.get(message.get("id"), "nothing")
        self.seen[method] = self.seen.get(method, 0) + 1
        known = types.METHOD_TO_TYPES.get(method)
        if known is None:
            self.faults.append(f"{method}: no method of the protocol")
            return
        request, response, _, _ = known
        if "method" in message:
            found = violations(request, message)
            found += [] if self.may(message) else ["the client did not say that it can"]
        elif "error" in message:
            found = violations(types.ResponseErrorMessage, message)
        else:
            found = violations(response, message)
        self.faults += [f"{method}: {fault}" for fault in found]

    def can(self, *path):
        value = self.capabilities
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def may(self, message):
        """Whether the client announced what a message of the server needs."""
        method = message["method"]
        if method == "client/registerCapability":
            return all(
                self.can(*one["method"].split("/"), "dynamicRegistration")
                for one in message["params"]["registrations"]
            )
        needs = {
            "workspace/configuration": ("workspace", "configuration"),
            "window/workDoneProgress/create": ("window", "workDoneProgress"),
            "workspace/applyEdit": ("workspace", "applyEdit"),
            "workspace/inlayHint/refresh": ("workspace", "inlayHint", "refreshSupport"),
            "workspace/diagnostic/refresh": ("workspace", "diagnostics", "refreshSupport"),
            "workspace/semanticTokens/refresh": ("workspace", "semanticTokens", "refreshSupport"),
        }
        return method not in needs or bool(self.can(*needs[method]))

    def answer(self, message):
        results = {"workspace/configuration": [{}], "workspace/applyEdit": {"applied": True}}
        self.send({"id": message["id"], "result": results.get(message["method"])})


def session(program, editor, folder):
    client = Client(program, editor, folder)
    uri, root = (folder / "baithak.md").as_uri(), folder.as_uri()
    document, lines = {"uri": uri}, ARTICLE.splitlines()
    at = lambda line, character: {"textDocument": document, "position": {"line": line, "character": character}}
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": len(lines), "character": 0}}
    client.request("initialize", {
        "processId": None, "rootUri": root, "clientInfo": client.info, "capabilities": client.capabilities,
        "workspaceFolders": [{"uri": root, "name": "samachar"}], "locale": "hi",
        "initializationOptions": {"lenses": True},
    })
    client.notify("initialized", {})
    client.notify("textDocument/didOpen", {
        "textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": ARTICLE}
    })
    rounds(client, document, at, whole, root)
    # A letter is typed, and everything is asked again
    client.notify("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 2},
        "contentChanges": [{"range": {"start": {"line": 5, "character": 0}, "end": {"line": 5, "character": 0}}, "text": "jelen "}],
    })
    rounds(client, document, at, whole, root)
    client.request("textDocument/completion", at(5, 5))
    client.request("textDocument/completion", {**at(5, 5), "context": {"triggerKind": 1}})
    client.request("textDocument/rename", {**at(3, 3), "newName": "मास्को"})
    client.request("textDocument/hover", {"textDocument": {"uri": "untitled:nobody"}, "position": {"line": 0, "character": 0}}, fails=True)
    settings(client, folder)
    client.notify("textDocument/didSave", {"textDocument": document})
    client.notify("workspace/didChangeConfiguration", {"settings": {"vartani": {"rules": {"text/spacing": "off"}}}})
    time.sleep(1)
    client.notify("textDocument/didClose", {"textDocument": document})
    client.request("shutdown", None)
    client.notify("exit", None)
    code = client.server.wait(timeout=TIMEOUT)
    client.reader.join(timeout=TIMEOUT)
    if code != 0:
        client.faults.append(f"exit: the server left with {code}")
    return client


def rounds(client, document, at, whole, root):
    """Asks for everything about an article."""
    about = {"textDocument": document}
    hover = [client.request("textDocument/hover", at(line, character)) for line in (3, 5, 7) for character in range(0, 110, 9)]
    assert any(hover), "some word has a card"
    actions = client.request("textDocument/codeAction", {**about, "range": whole, "context": {"diagnostics": []}})
    assert actions, "something can be mended"
    for action in actions:
        if "data" in action:
            client.request("codeAction/resolve", action)
    for line in (3, 5, 7):
        client.request("textDocument/codeAction", {
            **about, "range": {"start": {"line": line, "character": 3}, "end": {"line": line, "character": 60}},
            "context": {"diagnostics": [], "only": ["quickfix"], "triggerKind": 1},
        })
        client.request("textDocument/prepareRename", at(line, 3), fails=line == 5)
        client.request("textDocument/definition", at(line, 3))
        client.request("textDocument/documentHighlight", at(line, 3))
        client.request("textDocument/references", {**at(line, 3), "context": {"includeDeclaration": True}})
    lenses = client.request("textDocument/codeLens", about)
    for lens in lenses or []:
        command = lens.get("command")
        if command and client.can("workspace", "applyEdit"):
            client.request("workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]})
    client.request("textDocument/documentSymbol", about)
    client.request("textDocument/foldingRange", about)
    client.request("textDocument/selectionRange", {**about, "positions": [{"line": 5, "character": 9}]})
    tokens = client.request("textDocument/semanticTokens/full", about)
    client.request("textDocument/semanticTokens/range", {**about, "range": whole})
    if tokens and "resultId" in tokens:
        client.request("textDocument/semanticTokens/full/delta", {**about, "previousResultId": tokens["resultId"]})
    for hint in client.request("textDocument/inlayHint", {**about, "range": whole}) or []:
        if "data" in hint:
            client.request("inlayHint/resolve", hint)
    report = client.request("textDocument/diagnostic", about)
    if report and "resultId" in report:
        client.request("textDocument/diagnostic", {**about, "previousResultId": report["resultId"]})
    client.request("workspace/diagnostic", {"previousResultIds": []})
    client.request("workspace/symbol", {"query": "मोदी"})
    client.request("workspace/symbol", {"query": ""})


def settings(client, folder):
    """A configuration with faults is opened and completed."""
    text = '[dates]\nfoo = 1\n\n[spelling\n'
    uri = (folder / "vartani.toml").as_uri()
    client.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "toml", "version": 1, "text": text}})
    for line in range(5):
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 1}}
        client.request("textDocument/completion", place)
        client.request("textDocument/hover", place)
    client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    client.request("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "context": {"diagnostics": []},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 4, "character": 0}},
    })
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})


def main():
    faults = 0
    for editor in EDITORS:
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch).resolve()
            (folder / "baithak.md").write_text(ARTICLE)
            (folder / "dusra.txt").write_text("मास्को में बैठक 31 अप्रैल 2025 को हुई।\n")
            client = session(sys.argv[1], editor, folder)
        print(f"{editor}: {client.messages} messages of {len(client.seen)} kinds, {len(client.faults)} violations")
        for fault in client.faults[:40]:
            print(f"    {fault}")
        faults += len(client.faults)
    sys.exit(1 if faults else 0)


main()
