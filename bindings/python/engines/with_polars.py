#!/usr/bin/env python3
"""Surveys an archive with Polars: `with_polars.py ARCHIVE OUT [ROWS]`.

ARCHIVE is a file, or a pattern of files, of Parquet or JSON Lines with the columns text, title, id, date and desk. OUT is a
file of CSV, or of Parquet if it is called so. Articles are read and counted ROWS at a time, never all at once.
"""

import sys
from collections.abc import Iterator

import polars as pl
import vartani
from sums import COLUMNS, KEYS, add, table, write


def sums(archive: str, rows: int) -> Iterator[pl.DataFrame]:
    """The sums of one part of an archive after the other."""
    is_parquet = archive.endswith(".parquet")
    articles = pl.scan_parquet(archive) if is_parquet else pl.scan_ndjson(archive, infer_schema_length=None)
    there = articles.collect_schema().names()
    articles = articles.select(pl.col(name).cast(pl.String) for name in COLUMNS if name in there)
    for batch in articles.collect_batches(chunk_size=rows):
        survey = vartani.Survey()
        add(survey, batch.to_arrow())
        yield pl.from_arrow(table(survey))


def main() -> None:
    """Counts what is asked for."""
    archive, out = sys.argv[1:3]
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    total = None
    for counts in sums(archive, rows):
        # Only sums are kept between parts
        total = counts if total is None else pl.concat([total, counts])
        total = total.group_by(KEYS).agg(
            pl.col("uses").sum(), pl.col("articles").sum(), pl.col("first").min(), pl.col("example").max()
        )
    if total is None:
        total = pl.from_arrow(table(vartani.Survey()))
    total = total.sort(KEYS)
    if out.endswith(".parquet"):
        total.write_parquet(out)
    else:
        write(total.iter_rows(), out)


if __name__ == "__main__":
    main()
