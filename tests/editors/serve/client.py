"""Asks `vartani serve` through language_tool_python, which is made for LanguageTool's own server."""

import sys

import language_tool_python

TEXT = "नई दिल्ली, 12 मार्च 2025। 😀 बैठक बुधवार, 13 मार्च 2025 को होगी। सुनवाई 31 अप्रैल 2025 को होगी।"

with language_tool_python.LanguageTool("hi", remote_server=sys.argv[1]) as tool:
    found = tool.check(TEXT)
    rules = [match.rule_id for match in found]
    assert rules == ["date/weekday", "date/impossible"], rules
    for match, words in zip(found, ["बुधवार, 13 मार्च 2025", "31 अप्रैल 2025"]):
        marked = TEXT[match.offset : match.offset + match.error_length]
        assert marked == words, (marked, words)
    assert found[0].replacements[0] == "गुरुवार, 13 मार्च 2025", found[0].replacements
    assert "गुरुवार" in found[0].message, found[0].message
    corrected = tool.correct("बैठक बुधवार, 13 मार्च 2025 को होगी।")
    assert corrected == "बैठक गुरुवार, 13 मार्च 2025 को होगी।", corrected
    tool.disabled_rules = {"date/weekday"}
    assert [match.rule_id for match in tool.check(TEXT)] == ["date/impossible"]
print("language_tool_python finds what vartani finds, and takes its fixes")
