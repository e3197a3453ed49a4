#!/usr/bin/env python3
"""As with_spark.py, but the worker of one partition is killed while it counts, the first time that it tries: the file KILLED
that the environment names is there then."""

import os
import pathlib
import signal
from collections.abc import Iterator

import pyarrow as pa
import with_spark
from pyspark import TaskContext

count = with_spark.counts


def counts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The sums of one partition, if nobody is killed."""
    task = TaskContext.get()

    def until_killed() -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield batch
            if task.partitionId() == 2 and task.attemptNumber() == 0:
                pathlib.Path(os.environ["KILLED"]).touch()
                os.kill(os.getpid(), signal.SIGKILL)

    return count(until_killed())


if __name__ == "__main__":
    with_spark.counts = counts
    with_spark.main()
