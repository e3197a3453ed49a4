"""What type checkers must accept."""

import datetime

import vartani

found: list[vartani.Diagnostic] = vartani.check(["सब ठीक है।"], dates=[datetime.date(2025, 3, 12)], locale="en")[0]
rules: list[str] = [one["rule"] for one in found]
names: list[str] = [name["name"] for name in vartani.names(["मास्को"])[0]]
survey = vartani.Survey()
survey.add(["मास्को", None], ids=["1", None])
uses: int = sum(survey.counts()["uses"])
