"""A population asked in Spark: routes and scored systems of every row of a table of people, from Parquet to Parquet.

    pip install 'landed[spark]'
    spark-submit --master 'local[2]' examples/spark_job.py people.parquet answers.parquet --keep person_id canada crs

On a cluster only `--master` differs. The law is read here, on the driver, and the executors get a query: they need no
landed, no Python. docs/scale.md tells what the table must look like.
"""

import argparse
import datetime as dt
import logging
import sys

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession, functions

from landed.errors import LandedError
from landed.law import Law
from landed.law.query import chosen, query


def main() -> None:
    """Ask, write the answers, and print how many people each route is open to."""
    wanted = arguments()
    law = Law()
    logging.getLogger(
        "SQLQueryContextLogger"
    ).disabled = True  # one line says what is wrong, not a page of Java
    try:
        chosen(law, wanted.asked)
    except LandedError as error:
        sys.exit(f"landed: {error}")
    builder = SparkSession.builder.appName("landed")
    spark = (builder.master(wanted.master) if wanted.master else builder).getOrCreate()
    try:
        people = spark.read.parquet(wanted.people)
        people.createOrReplaceTempView("people")
        asked = query(
            Law(),
            wanted.asked,
            wanted.on,
            "spark",
            keep=wanted.keep,
            has=people.columns,
            failing=wanted.failing,
        )
        spark.sql(asked.sql).write.parquet(wanted.answers)
    except (LandedError, AnalysisException) as error:
        sys.exit(f"landed: {str(error).splitlines()[0]}")
    print(summary(spark.read.parquet(wanted.answers)))
    spark.stop()


def arguments() -> argparse.Namespace:
    """Read what is wanted from the command line."""
    parser = argparse.ArgumentParser(
        description="Ask routes and scored systems of a table of people, in Spark."
    )
    parser.add_argument("people", help="Parquet: a row a person, a column a fact (worker__birth_date ...)")
    parser.add_argument("answers", help="where the answers go, as Parquet; it must not be there yet")
    parser.add_argument("asked", nargs="+", help="routes, programmes, countries, systems such as crs, or all")
    today = dt.datetime.now().astimezone().date()
    parser.add_argument("--on", type=dt.date.fromisoformat, default=today, help="the day asked of; today")
    parser.add_argument("--keep", action="append", default=[], help="a column to give back, such as a key")
    parser.add_argument("--failing", action="store_true", help="also tell which clauses fail, a bit each")
    parser.add_argument("--master", help="where Spark runs, where spark-submit does not say: local[2]")
    return parser.parse_args()


def summary(answers: DataFrame) -> str:
    """Return how many people each route is open to, and how many are undetermined, the most open ones first."""
    names = [
        name.removesuffix("_lo")
        for name, kind in answers.dtypes
        if name.endswith("_lo") and kind == "boolean"
    ]
    ends = [f"{name}_{end}" for name in names for end in ("lo", "hi")]
    counted = (functions.count_if(functions.col(end)).alias(end) for end in ends)
    counts = answers.agg(functions.count("*").alias("people"), *counted).collect()[0]
    lines = [f"{counts['people']:,} people", f"{'open':>12}{'undetermined':>14}"]
    for name in sorted(names, key=lambda name: -counts[f"{name}_lo"]):
        sure, maybe = counts[f"{name}_lo"], counts[f"{name}_hi"]
        if maybe:
            lines.append(f"{sure:>12,}{maybe - sure:>14,}  {name}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
