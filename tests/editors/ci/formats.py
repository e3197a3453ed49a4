"""Reads reports of `check` with programs that others read them with: `formats.py VARTANI FOLDER`, where FOLDER has node_modules.

Every consumer has to find each finding of the JSON report, in its file and at its line.
"""

import json
import pathlib
import subprocess
import sys

from junitparser import JUnitXml
from sarif import loader

ARTICLES = {
    # Names and words that XML, JSON and the shell have to let pass
    'राज्य & "ज़िला" <1>.txt': "सुनवाई 31 अप्रैल को होगी। मंत्री ने ने कहा।\n",
    "मेला.md": "# मेला\n\nबैठक बुधवार (13 मार्च 2025) को <b>हुई</b> & सचिव ने ने कहा।\x0b\n",
    "ठीक.txt": "बैठक गुरुवार (13 मार्च 2025) को हुई।\n",
}
CHECKSTYLE = """
const { parseCheckstyle } = require('danger-plugin-lint-report/dist/parse/checkstyle_parser.js');
const read = require('fs').readFileSync(0, 'utf8');
const violations = parseCheckstyle(require('xml-js').xml2js(read), process.cwd());
console.log(JSON.stringify(violations.map(({ file, line, message }) => [file, line, message])));
"""

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
articles = folder / "articles"
articles.mkdir()
for name, text in ARTICLES.items():
    (articles / name).write_text(text)


def report(form):
    run = subprocess.run([program, "check", "--format", form, "--fail-on", "never", "."], cwd=articles, capture_output=True, check=True)
    return run.stdout.decode()


def same(consumer, found):
    if sorted(found) != expected:
        sys.exit(f"{consumer} finds {sorted(found)}, not {expected}")
    print(f"{consumer}: {len(found)} findings")


findings = [json.loads(line) for line in report("json").splitlines()]
expected = sorted((finding["path"].removeprefix("./"), finding["start"]["line"], finding["message"]) for finding in findings)
assert len(expected) == 4, expected

suites = JUnitXml.fromstring(report("junit").encode())
cases = [(suite, case) for suite in suites for case in suite if case.result]
same("junitparser", [(suite.name.removeprefix("./"), int(case.name.split(":")[1]), case.result[0].message) for suite, case in cases])

said = subprocess.run(["node", "-e", CHECKSTYLE], input=report("checkstyle"), cwd=folder, capture_output=True, text=True, check=True)
same("danger-plugin-lint-report (checkstyle)", [(file.removeprefix("./"), line, message) for file, line, message in json.loads(said.stdout)])

(folder / "a.sarif").write_text(report("sarif"))
records = loader.load_sarif_file(str(folder / "a.sarif")).get_records()
assert len(records) == len(expected), records
print(f"sarif-tools: {len(records)} findings")

(folder / "a.json").write_text(report("rdjson"))
validator = folder / "node_modules/.bin/rdformat-validator"
subprocess.run([validator, "--strict", "--no-extra-fields", "--silent", folder / "a.json"], check=True, capture_output=True)
same("rdformat-validator", [
    (given["location"]["path"].removeprefix("./"), given["location"]["range"]["start"]["line"], given["message"])
    for given in json.loads((folder / "a.json").read_text())["diagnostics"]
])
