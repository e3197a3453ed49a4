"""Has LibreOffice check a Hindi sentence with `vartani serve` as its LanguageTool server, through UNO."""

import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

TEXT = "नई दिल्ली, 12 मार्च 2025। 😀 राम & श्याम की बैठक बुधवार, 13 मार्च 2025 को होगी।"
CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
PROOFREADER = "com.sun.star.linguistic2.Proofreader"


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    sys.exit("libreoffice: it does not start")


def units(text):
    return len(text.encode("utf-16-le")) // 2


def check(context, url):
    create = lambda name: context.ServiceManager.createInstanceWithContext(name, context)
    where = PropertyValue(Name="nodepath", Value="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool")
    settings = create("com.sun.star.configuration.ConfigurationProvider").createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (where,)
    )
    settings.BaseURL, settings.IsEnabled = url, True
    settings.commitChanges()
    hindi = Locale("hi", "IN", "")
    checker = create(CHECKER)
    assert checker.hasLocale(hindi), [(locale.Language, locale.Country) for locale in checker.getLocales()]
    offered = create("com.sun.star.linguistic2.LinguServiceManager").getAvailableServices(PROOFREADER, hindi)
    assert CHECKER in offered, offered
    found = checker.doProofreading("1", TEXT, hindi, 0, units(TEXT), ()).aErrors
    assert len(found) == 1, found
    error = found[0]
    words = TEXT.encode("utf-16-le")[2 * error.nErrorStart : 2 * (error.nErrorStart + error.nErrorLength)]
    assert words.decode("utf-16-le") == "बुधवार, 13 मार्च 2025", words.decode("utf-16-le")
    assert error.aSuggestions[0] == "गुरुवार, 13 मार्च 2025", error.aSuggestions
    assert "गुरुवार" in error.aFullComment, error.aFullComment


with tempfile.TemporaryDirectory() as profile:
    pipe = f"vartani-{time.time_ns()}"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    context = connect(pipe)
    try:
        check(context, sys.argv[1])
    finally:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        try:
            desktop.terminate()
        except Exception:
            pass  # It hangs up while it answers
        office.wait(60)
print("LibreOffice takes Hindi from vartani, marks the words and offers the fix")
