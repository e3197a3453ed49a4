"""What the engines share: the columns of the sums, and the CSV that `vartani survey --format csv` writes."""

import csv
from collections.abc import Iterable
from typing import Any, Optional

import pyarrow as pa

import vartani

KEYS = ["kind", "item", "word", "spelling", "month", "desk"]

#: The sums as a table of Arrow.
SCHEMA = pa.schema(
    [(key, pa.string()) for key in KEYS]
    + [("uses", pa.int64()), ("articles", pa.int64()), ("first", pa.string()), ("example", pa.string())]
)

#: The columns of an archive; those that are missing are taken for empty.
COLUMNS = {"text": "texts", "title": "titles", "id": "ids", "date": "dates", "desk": "desks"}

#: How sums are added up, in any dialect of SQL whose texts are compared byte by byte.
GROUP = f"""
    SELECT {", ".join(KEYS)}, CAST(SUM(uses) AS BIGINT) AS uses, CAST(SUM(articles) AS BIGINT) AS articles,
        MIN("first") AS "first", MAX(example) AS example
    FROM counts GROUP BY {", ".join(KEYS)} ORDER BY {", ".join(KEYS)}
"""


def add(survey: vartani.Survey, batch: Any) -> None:
    """Adds a batch of articles, a RecordBatch or a Table of Arrow, to a survey."""
    there = {COLUMNS[name]: batch.column(name).to_pylist() for name in batch.schema.names if name in COLUMNS}
    survey.add(there.pop("texts"), **there)


def table(survey: vartani.Survey) -> pa.Table:
    """The sums of a survey as a table of Arrow."""
    return pa.table(survey.counts(), schema=SCHEMA)


def write(rows: Iterable[Iterable[Optional[object]]], path: str) -> None:
    """Writes sums that are in the order of their keys, as `vartani survey --format csv` does."""
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(SCHEMA.names)
        writer.writerows(rows)
