"""The module as its users meet it."""

import datetime
import doctest
import pathlib
import pickle
import threading
import tempfile
import time
import unittest

import vartani

README = pathlib.Path(__file__).parents[1] / "README.md"


class Documentation(unittest.TestCase):
    """What the documentation shows is what comes out."""

    def test_examples_of_the_module(self) -> None:
        finder = doctest.DocTestFinder(exclude_empty=True)
        examples = finder.find(vartani, "vartani", module=False, globs={"vartani": vartani})
        for name in ["check", "read", "names", "survey_counts", "Survey"]:
            examples += finder.find(getattr(vartani, name), name, module=False, globs={"vartani": vartani})
        self.assertGreaterEqual(len(examples), 6)
        for example in examples:
            self.assertEqual(doctest.DocTestRunner().run(example).failed, 0, example.name)

    def test_examples_of_the_readme(self) -> None:
        failed, tried = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
        self.assertEqual(failed, 0)
        self.assertGreaterEqual(tried, 5)


class Batches(unittest.TestCase):
    def test_offsets_count_characters(self) -> None:
        text = "😀 बैठक 31 अप्रैल को होगी।"
        [found] = vartani.check([text])[0]
        self.assertEqual(text[found["start"] : found["end"]], "31 अप्रैल")
        [time] = [one for one in vartani.read([text])[0] if one["kind"] == "time"]
        self.assertEqual(text[time["span"]["start"] : time["span"]["end"]], "31 अप्रैल")

    def test_a_day_may_be_a_date_or_a_text(self) -> None:
        for day in [datetime.date(2025, 3, 12), "2025-03-12"]:
            lines = vartani.read(["बैठक कल होगी।"], dates=[day])[0]
            self.assertEqual(lines[0]["date"], "2025-03-12")
            self.assertEqual(lines[1]["start"], "2025-03-13")

    def test_a_house_style_holds(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            config = pathlib.Path(folder) / "vartani.toml"
            config.write_text('[spelling]\nprefer = ["मास्को"]\n', encoding="utf-8")
            found = vartani.check(["मॉस्को में बैठक हुई।"], config=str(config))[0]
            self.assertEqual([one["text"] for one in found], ["मॉस्को"])
            broken = pathlib.Path(folder) / "broken.toml"
            broken.write_text("[speling]\n", encoding="utf-8")
            with self.assertRaisesRegex(ValueError, "broken.toml"):
                vartani.check(["सब ठीक है।"], config=str(broken))

    def test_what_is_wrong_is_said(self) -> None:
        for call, message in [
            (lambda: vartani.check(["क"], format="pdf"), "format must be"),
            (lambda: vartani.check(["क"], locale="ur"), "locale must be"),
            (lambda: vartani.check(["क"], dates=[]), "dates has 0 items for 1 texts"),
            (lambda: vartani.check(["क"], dates=["12 मार्च"]), "dates must be like 2025-03-12"),
            (lambda: vartani.survey_counts(["क"], desks=["खेल", "शहर"]), "desks has 2 items for 1 texts"),
            (lambda: vartani.Survey().merge({"kind": ["article"], "item": []}), "different lengths"),
            (lambda: vartani.Survey().merge({"kind": ["पता नहीं"]}), "unknown variant"),
        ]:
            with self.subTest(message), self.assertRaisesRegex(ValueError, message):
                call()

    def test_other_threads_run_meanwhile(self) -> None:
        texts = ["मास्को में बैठक हुई और प्रतिनिधि शाम को लौट गए। " * 20] * 200
        worker = threading.Thread(target=vartani.survey_counts, args=(texts,))
        worker.start()
        turns = 0
        while worker.is_alive():
            turns += 1
            time.sleep(0)
        self.assertGreater(turns, 10)


class Surveys(unittest.TestCase):
    TEXTS = ["मॉस्को शांत है।", "मास्को में बर्फ़ गिरी।", None, "", "<p>मास्को में <b>हिन्दी</b> दिवस।</p>"]

    def test_parts_add_up(self) -> None:
        dates = ["2025-03-12", None, None, "2025-04-01", datetime.date(2025, 4, 2)]
        desks = ["विदेश", "विदेश", None, None, "शहर"]
        ids = ["1", "2", "3", "4", "5"]
        whole = vartani.survey_counts(self.TEXTS, dates=dates, desks=desks, ids=ids)
        survey = vartani.Survey()
        for part in [slice(3, 5), slice(0, 0), slice(0, 3)]:
            survey.merge(vartani.survey_counts(self.TEXTS[part], dates=dates[part], desks=desks[part], ids=ids[part]))
        self.assertEqual(survey.counts(), whole)
        self.assertEqual(set(map(len, whole.values())), {len(whole["kind"])})
        self.assertEqual(whole["example"][whole["spelling"].index("हिन्दी")], "2025-04-02\t5\tमास्को में ⟦हिन्दी⟧ दिवस।")

    def test_nothing_is_pickled(self) -> None:
        with self.assertRaises(TypeError):
            pickle.dumps(vartani.Survey())


if __name__ == "__main__":
    unittest.main()
