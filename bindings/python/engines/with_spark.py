#!/usr/bin/env python3
"""Surveys an archive with Spark: `spark-submit --py-files sums.py with_spark.py ARCHIVE OUT [PARTITIONS]`.

ARCHIVE is a folder or file of Parquet or JSON Lines with the columns text, title, id, date and desk, on any storage that Spark reads. OUT
is a file of CSV on the driver, or a folder of Parquet if it ends in .parquet. Each partition is counted as a whole and gives its sums,
at most one row for each thing that is told apart; so what is shuffled is sums, and the commonest names are no heavier than others. A
partition that is lost is counted again: its sums go on only when it is done.
"""

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import SparkSession, functions as f
from pyspark.sql.types import LongType, StringType, StructField, StructType
from sums import COLUMNS, KEYS, SCHEMA, write

SUMS = StructType(
    [StructField(name, LongType() if name in ("uses", "articles") else StringType()) for name in SCHEMA.names]
)


def counts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The sums of one partition."""
    import vartani
    from sums import add, table

    survey = vartani.Survey()
    for batch in batches:
        add(survey, batch)
    yield from table(survey).to_batches(max_chunksize=10_000)


def main() -> None:
    """Counts what is asked for."""
    archive, out = sys.argv[1:3]
    spark = SparkSession.builder.appName("vartani survey").getOrCreate()
    articles = spark.read.parquet(archive) if ".parquet" in archive else spark.read.json(archive)
    articles = articles.select([f.col(name).cast("string") for name in COLUMNS if name in articles.columns])
    if len(sys.argv) > 3:
        articles = articles.repartition(int(sys.argv[3]))
    sums = articles.mapInArrow(counts, SUMS).groupBy(KEYS)
    sums = sums.agg(
        f.sum("uses").alias("uses"), f.sum("articles").alias("articles"), f.min("first").alias("first"), f.max("example").alias("example")
    ).orderBy(KEYS)
    if out.endswith(".parquet"):
        sums.write.mode("errorifexists").parquet(out)
    else:
        write(sums.toLocalIterator(), out)
    spark.stop()


if __name__ == "__main__":
    main()
