#!/usr/bin/env python3
"""Surveys an archive with Spark and the program alone: `spark-submit with_pipe.py ARCHIVE OUT [PARTITIONS]`.

For clusters where no wheel may be installed: every partition is piped through `vartani survey --counts -`, which must be on the PATH of the
executors (`spark-submit --files`, or VARTANI in their environment). Otherwise as with_spark.py, and OUT is CSV.
"""

import csv
import os
import sys

from pyspark.sql import SparkSession, functions as f
from pyspark.sql.types import LongType, StringType, StructField, StructType

KEYS = ["kind", "item", "word", "spelling", "month", "desk"]
NAMES = [*KEYS, "uses", "articles", "first", "example"]
SUMS = StructType([StructField(name, LongType() if name in ("uses", "articles") else StringType()) for name in NAMES])


def main() -> None:
    """Counts what is asked for."""
    archive, out = sys.argv[1:3]
    spark = SparkSession.builder.appName("vartani survey").getOrCreate()
    articles = spark.read.parquet(archive) if ".parquet" in archive else spark.read.json(archive)
    if len(sys.argv) > 3:
        articles = articles.repartition(int(sys.argv[3]))
    program = os.environ.get("VARTANI", "vartani")
    # A partition in which nothing can be counted ends with an error, and Spark tries it again
    lines = articles.select(f.to_json(f.struct("*"))).rdd.map(lambda row: row[0]).pipe(f"{program} survey --counts -", checkCode=True)
    # The first line that the program prints says its form and has no kind
    counts = spark.read.schema(SUMS).json(lines).where(f.col("kind").isNotNull())
    sums = counts.groupBy(KEYS).agg(
        f.sum("uses").alias("uses"), f.sum("articles").alias("articles"), f.min("first").alias("first"), f.max("example").alias("example")
    )
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(NAMES)
        writer.writerows(sums.orderBy(KEYS).toLocalIterator())
    spark.stop()


if __name__ == "__main__":
    main()
