"""Spark, started once a run on a local master: the same SQL, read by the engine of many machines."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import polars as pl
import pytest

from landed.expr.source import column_name
from landed.expr.sql import select, written

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.memory": "2g",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.log.level": "ERROR",
}


def needed():
    """Skip without Java, or fail where it is required."""
    if (
        shutil.which("java") is None
        or subprocess.run(["java", "-version"], capture_output=True, check=False).returncode
    ):
        if os.environ.get("LANDED_REQUIRE_SPARK"):
            pytest.fail("there is no Java, and LANDED_REQUIRE_SPARK asks for Spark")
        pytest.skip("THERE IS NO JAVA: Spark was not asked (apt-get install openjdk-17-jre-headless)")


@functools.cache
def session():
    """Start Spark on this machine."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("landed tests")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def in_spark(query, people):
    """Run a query that gives back `row` first; return the rest, in the order of the rows."""
    needed()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.parquet"
        people.with_row_index("row").cast({"row": pl.Int64}).write_parquet(file)
        session().read.parquet(str(file)).createOrReplaceTempView("people")
        try:
            return [tuple(row[1:]) for row in sorted(session().sql(query).collect())]
        except Exception as error:  # noqa: BLE001 - whatever Java says, and all of it is as long as the query
            pytest.fail(f"Spark: {str(error)[:1000]}", pytrace=False)


def by_spark(program, table):
    """Ask Spark the query that `landed.expr.sql` writes, of the same columns."""
    people = table.rename({name: column_name(name) for name in table.columns})
    rows = in_spark(written(select(program, "people", ["row"]), "spark"), people)
    return pl.DataFrame(rows, list(program.outputs), orient="row")
