"""Files with every option of the reference of vartani.toml, and with every one misspelt: options.py PAGE FOLDER."""

import re
import sys
from pathlib import Path

LISTS = {"ignore", "overrides", "pattern"}
# What has no example of its own in the table
NEEDED = {"pattern": 'name = "a"\n', "overrides": 'path = "a"\n', "pack": 'version = 1\ntitle = "a"\n'}
# Misspelt where the table above does not reach
INNER = [
    "[[overrides]]\npath = \"a\"\n[overrides.spelling]\nnasel = \"pancham\"\n",
    "[[overrides]]\npath = \"a\"\nrules = { \"date/wekday\" = \"off\" }\n",
    "[rules]\n\"date/weekday\" = { field = [\"body\"] }\n",
    "[rules]\n\"date/weekday\" = { fields = [\"haedline\"] }\n",
    "[[sets.chunav.pattern]]\nname = \"a\"\nword = [\"b\"]\n",
    "[sets.chunav.rules]\n\"date/wekday\" = \"off\"\n",
]


def written(table: str, key: str, value: str) -> str:
    head = "" if not table else f"[[{table}]]\n" if table in LISTS else f"[{table}]\n"
    lines = NEEDED.get(table, "").splitlines(keepends=True)
    needed = "".join(line for line in lines if not line.startswith(key + " "))
    return f"{head}{needed}{key} = {value}\n"


def main(page: Path, folder: Path) -> None:
    for name in ("good", "bad"):
        (folder / name).mkdir()
    number = 0
    for option, values in re.findall(r"^\| `([^`]+)` \| (.*?) \| ", page.read_text(encoding="utf-8"), re.M):
        table, _, key = option.rpartition(".")
        if option.startswith("rules."):
            table, key = "rules", '"date/weekday"'
        values = re.findall(r"`([^`]+)`", values)
        assert values, option
        for value in values:
            number += 1
            (folder / "good" / f"{number}.toml").write_text(written(table, key, value), encoding="utf-8")
        misspelt = '"date/wekday"' if table == "rules" else key[:-1] + ("x" if key[-1] != "x" else "y")
        (folder / "bad" / f"key-{number}.toml").write_text(written(table, misspelt, values[0]), encoding="utf-8")
        if all(re.fullmatch(r'"[a-z-]+"', value) for value in values):
            text = written(table, key, values[0][:-1] + 'x"')
            (folder / "bad" / f"value-{number}.toml").write_text(text, encoding="utf-8")
    for number, text in enumerate(INNER):
        (folder / "bad" / f"inner-{number}.toml").write_text(text, encoding="utf-8")


main(Path(sys.argv[1]), Path(sys.argv[2]))
