"""Validates a SARIF report: `cargo metadata … | sarif_schema.py REPORT`, where one package is serde-sarif."""

import json
import pathlib
import sys

from jsonschema import Draft7Validator

packages = json.load(sys.stdin)["packages"]
manifest = next(package["manifest_path"] for package in packages if package["name"] == "serde-sarif")
schema = json.loads((pathlib.Path(manifest).parent / "src" / "schema.json").read_text())
report = json.loads(pathlib.Path(sys.argv[1]).read_text())
faults = [f"{error.json_path}: {error.message}" for error in Draft7Validator(schema).iter_errors(report)]
results = len(report["runs"][0]["results"])
if faults or results == 0:
    sys.exit("\n".join(faults) or "the report is empty")
print(f"SARIF 2.1.0: {results} results, valid")
