#!/usr/bin/env python3
"""Surveys an archive with DuckDB: `with_duckdb.py ARCHIVE OUT [THREADS]`.

ARCHIVE is a file, or a pattern of files, of Parquet or JSON Lines with the columns text, title, id, date and desk. OUT is a
file of CSV, or of Parquet if it is called so. A function on Arrow counts as many articles as DuckDB hands over at a time and
gives their sums with the first of them, so that what is grouped after it is sums.
"""

import sys

import duckdb
import pyarrow as pa
import vartani
from sums import COLUMNS, GROUP, KEYS, SCHEMA, add, write

SUM = duckdb.struct_type(
    {**dict.fromkeys(KEYS, "VARCHAR"), "uses": "BIGINT", "articles": "BIGINT", "first": "VARCHAR", "example": "VARCHAR"}
)


def counts(
    text: pa.ChunkedArray, title: pa.ChunkedArray, id: pa.ChunkedArray, date: pa.ChunkedArray, desk: pa.ChunkedArray
) -> pa.Array:
    """The sums of some articles in the place of the first, and nothing in the others."""
    articles = pa.table([text, title, id, date, desk], names=list(COLUMNS))
    survey = vartani.Survey()
    add(survey, articles)
    sums = pa.table(survey.counts(), schema=SCHEMA).to_struct_array().combine_chunks()
    ends = [0] + [len(sums)] * articles.num_rows
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), sums)


def main() -> None:
    """Counts what is asked for."""
    archive, out = sys.argv[1:3]
    database = duckdb.connect(config={"threads": sys.argv[3]} if len(sys.argv) > 3 else {})
    read = "read_parquet" if archive.endswith(".parquet") else "read_json"
    form = "" if read == "read_parquet" else ", format = 'newline_delimited'"
    database.execute(f"CREATE VIEW archive AS SELECT * FROM {read}(?{form})".replace("?", "'" + archive.replace("'", "''") + "'"))
    there = {name for name, *_ in database.execute("DESCRIBE archive").fetchall()}
    columns = ", ".join(f"{name}::VARCHAR" if name in there else "NULL::VARCHAR" for name in COLUMNS)
    database.create_function(
        "counts", counts, ["VARCHAR"] * len(COLUMNS), duckdb.list_type(SUM), type="arrow", null_handling="special"
    )
    database.execute(
        f"CREATE VIEW counts AS SELECT unnest(sums, recursive := true) FROM (SELECT unnest(counts({columns})) AS sums FROM archive)"
    )
    if out.endswith(".parquet"):
        database.execute(f"COPY ({GROUP}) TO '{out}'")
    else:
        write(database.execute(GROUP).fetchall(), out)


if __name__ == "__main__":
    main()
