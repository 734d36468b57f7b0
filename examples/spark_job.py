"""A population asked in Spark: routes and scored systems over a table of people, from Parquet to Parquet.

    pip install 'landed[spark]'
    spark-submit --master 'local[2]' examples/spark_job.py people.parquet answers.parquet --keep person_id canada crs

On a cluster only `--master` differs: the law is read on the driver alone, and what the executors get is a query.
docs/scale.md tells what the table must look like.
"""

import argparse
import datetime as dt

from pyspark.sql import DataFrame, SparkSession, functions

from landed.law import Law
from landed.law.query import query


def main() -> None:
    """Read the arguments, ask, and write the answers."""
    parser = argparse.ArgumentParser(
        description="Ask routes and scored systems of a table of people, in Spark."
    )
    parser.add_argument("people", help="Parquet: a row a person, a column a fact (worker__birth_date ...)")
    parser.add_argument("answers", help="where the answers go, as Parquet; it must not be there yet")
    parser.add_argument("asked", nargs="+", help="routes, programmes, countries, systems such as crs, or all")
    parser.add_argument(
        "--on",
        type=dt.date.fromisoformat,
        default=dt.datetime.now().astimezone().date(),
        help="the day asked of; today",
    )
    parser.add_argument("--keep", action="append", default=[], help="a column to give back, such as a key")
    parser.add_argument("--failing", action="store_true", help="also tell which clauses fail, a bit each")
    parser.add_argument("--master", help="where Spark runs, if spark-submit does not say: local[2]")
    wanted = parser.parse_args()

    builder = SparkSession.builder.appName("landed")
    spark = (builder.master(wanted.master) if wanted.master else builder).getOrCreate()
    people = spark.read.parquet(wanted.people)
    people.createOrReplaceTempView("people")
    asked = query(
        Law(), wanted.asked, wanted.on, "spark", keep=wanted.keep, has=people.columns, failing=wanted.failing
    )
    spark.sql(asked.sql).write.parquet(wanted.answers)
    summary(spark.read.parquet(wanted.answers))
    spark.stop()


def summary(answers: DataFrame) -> None:
    """Print, for each route, how many people it is open to, and to how many it could be."""
    names = [
        name.removesuffix("_lo")
        for name, kind in answers.dtypes
        if name.endswith("_lo") and kind == "boolean"
    ]
    if not names:
        return
    counts = answers.agg(
        *(
            functions.count_if(functions.col(f"{name}_{end}")).alias(f"{name}_{end}")
            for name in names
            for end in ("lo", "hi")
        )
    ).first()
    print(f"{'open':>12} {'undetermined':>12}  of {answers.count():,} people")
    for name in names:
        sure, maybe = counts[f"{name}_lo"], counts[f"{name}_hi"]
        if maybe:
            print(f"{sure:>12,} {maybe - sure:>12,}  {name}")


if __name__ == "__main__":
    main()
