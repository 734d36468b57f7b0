"""Every bad cell is told with its place and what was expected, and stops nobody else."""

import pytest

from landed.errors import CaseError, UsageError

GOOD = "id,worker.birth_date,job.noc\nE1,1990-01-01,21231\n"

BAD_CELLS = {  # column: (what stands in the cell, a part of the problem, a part of what was expected or nearest)
    "worker.birth_date": [
        ("03/04/1990", "not written as a day that is sure", "--dates"),
        ("1990-02-30", "there is no day", "2027-08-31"),
        ("1890-01-01", "out of reach", "1900"),
        ("soon", "is not a day", ""),
        ("32874", "not written as a day that is sure", ""),
        ("2030-01-01", "after the day of the case", "not after it"),
        ("1850-05-05", "out of reach", ""),
    ],
    "worker.citizenships": [("India", "not a country's code", "IN"), ("IN|ZZ", "'ZZ'", ""), ("USA", "", "US")],
    "worker.country_of_birth": [("Indja", "not a country's code", ""), ("in", "", "IN")],
    "worker.family": [("maried", "not one of the answers", "married"), ("7", "not one of the answers", "single")],
    "worker.age": [("thirty", "not a number", "whole number"), ("-1", "out of range", ""), ("31.5", "too many decimals", ""), ("900", "out of range", "")],
    "worker.education_level": [("batchelor", "not one of the answers", "bachelor")],
    "worker.us_status.class": [("H1B", "not one of the answers", "H-1B"), ("visa", "not one of the answers", "H-1B")],
    "worker.us_status.i94_expires": [("31.08.2027", "a day that is sure", ""), ("0000-00-00", "there is no day", "")],
    "job.noc": [("99999", "not an occupation's code", ""), ("engineer", "not an occupation's code", "5 digits"), ("2123", "", "")],
    "job.soc": [("151252", "not an occupation's code", "15-1252")],
    "job.province": [("B.C.", "not one of the answers", "BC"), ("British Columbia", "not one of the answers", "")],
    "job.hours_per_week": [("40h", "not a number", ""), ("400", "out of range", ""), ("0", "out of range", "")],
    "job.wage.amount": [("138,000", "not a number", "a number"), ("$138000", "not a number", ""), ("-5", "out of range", "")],
    "employer.willing": [("yes", "neither true nor false", "true"), ("1", "neither true nor false", ""), ("maybe", "neither true nor false", "")],
    "worker.experience.1.from": [("2019/01/01", "a day that is sure", "")],
    "worker.experience.count": [("two", "not a number", ""), ("-1", "out of range", "")],
    "spouse": [("no", "nothing of the group", "none")],
}  # fmt: skip
CASES = [(column, *bad) for column, cells in BAD_CELLS.items() for bad in cells if bad[1] or bad[2]]


@pytest.mark.parametrize(("column", "cell", "problem", "hint"), CASES)
def test_a_bad_cell_is_told_and_the_good_row_is_read(read, column, cell, problem, hint):
    people = read(
        f'id,{column},worker.passport_expires\nE1,,2031-05-01\nE2,"{cell}",2031-05-01\nE3,,2031-05-01\n'
    )
    assert [person.id for person in people.persons] == ["E1", "E3"]
    assert [row.number for row in people.rejected] == [3]
    (bad,) = people.bad
    assert (bad.sheet, bad.row, bad.column, bad.found) == ("people.csv", 3, column, cell)
    assert problem in bad.problem
    assert hint in f"{bad.expected} {bad.nearest}"


def test_there_are_more_than_thirty_sorts_of_bad_cells():
    assert len(CASES) > 30


def test_all_bad_cells_of_a_row_are_told_at_once(read):
    people = read("id,worker.age,job.province,employer.willing\nE1,x,XX,y\n")
    assert [bad.column for bad in people.bad] == ["worker.age", "job.province", "employer.willing"]


def test_a_contradiction_is_told_at_a_cell_of_the_person(read):
    people = read("id,worker.birth_date,worker.age\nE1,1990-01-01,50\n")
    (bad,) = people.bad
    assert bad.column == "worker.age"
    assert "it is given as 50, and" in bad.problem


def test_a_person_stands_once(read):
    people = read("id,worker.age\nE1,30\nE2,31\nE1,32\n")
    assert [(bad.row, bad.column, bad.problem) for bad in people.bad] == [
        (4, "id", "the id E1 is also on row 2")
    ]
    assert [person.id for person in people.persons] == ["E1", "E2"]


def test_a_row_longer_than_the_header_is_told(read):
    people = read("id,worker.age,job.noc\nE1,30,21231\nE2,30,21231,oops\n")
    assert [bad.row for bad in people.bad] == [3]
    assert "4 cells where the header has 3" in people.bad[0].problem


def test_a_misspelt_column_is_refused_with_the_nearest_name(read):
    with pytest.raises(CaseError, match=r"worker\.birthdate: there is no such column.*'worker\.birth_date'"):
        read("id,worker.birthdate\nE1,1990-01-01\n")


def test_a_column_of_the_firm_is_told_as_not_read(read):
    people = read("id,worker.age,Shoe size\nE1,30,44\n")
    assert people.notices == ["Columns that were not read: Shoe size."]


def test_two_columns_of_one_name_are_refused(read):
    with pytest.raises(CaseError, match="two columns have this name"):
        read("id,worker.age,worker.age\nE1,30,31\n")


def test_two_columns_that_lead_to_one_place_are_refused(read):
    with pytest.raises(CaseError, match="several columns lead there: DOB and Birth Date"):
        read("Employee ID,DOB,Birth Date\nE1,1990-01-01,1990-01-01\n", "hr")


def test_a_table_of_which_no_column_is_known_asks_for_a_map(read):
    with pytest.raises(CaseError, match="--map hr"):
        read("a,b\n1,2\n")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "it is empty"),
        (b"\n\n\n", "it is empty"),
        ("id,worker.city\nE1,M\xfcnchen\n".encode("latin-1"), "not UTF-8 text"),
        (b"\xff\xfei\x00d", "not UTF-16 text"),
        (b"id,worker.age\nE1,\x0030\n", "it is not text"),
        (b"PK\x03\x04 and so on", "a workbook under the name of a CSV file"),
        (b'id,worker.age\nE1,"30\n', "not readable as CSV"),
    ],
)
def test_a_file_that_is_no_table_is_refused(read, tmp_path, content, problem):
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(CaseError, match=problem):
        read(path)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("people.xlsx", b"not a zip", "no workbook"),
        ("people.parquet", b"not parquet", "no Parquet file"),
        ("people.xlsx", b"id,worker.age\n", "looks like text"),
        ("people.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked with a password"),
        ("people.xlsx", b"PK\x03\x04" + bytes(600), "cut off or damaged"),
        ("people.xls", b"old", "save it so"),
        ("people", b"id\n", "without an ending"),
    ],
)
def test_a_broken_or_foreign_file_is_refused(read, tmp_path, name, content, problem):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CaseError, match=problem):
        read(path)


def test_a_folder_and_a_missing_file_are_refused(read, tmp_path):
    with pytest.raises(CaseError, match="it is a folder"):
        read(tmp_path)
    with pytest.raises(CaseError, match="no such file"):
        read(tmp_path / "none.csv")


def test_a_table_with_too_many_columns_or_rows_is_refused(read, monkeypatch):
    with pytest.raises(CaseError, match="columns"):
        read(",".join(f"c{number}" for number in range(2500)) + "\n1\n")
    monkeypatch.setattr("landed.roster.tables.MOST_ROWS", 3)
    with pytest.raises(CaseError, match="more than 3 rows"):
        read("id,worker.age\n" + "E,30\n" * 5)


@pytest.mark.parametrize("written", ["MM/DD/YY", "DD/MM", "YYYY", "day", "YYYY-MM-DD hh"])
def test_a_date_format_that_leaves_something_open_is_refused(read, written):
    with pytest.raises(UsageError, match="not the format of a date"):
        read(GOOD, dates=written)


def test_a_day_that_does_not_fit_its_format_is_told(read):
    people = read("id,worker.birth_date\nE1,31/12/1990\nE2,12/31/1990\n", dates="DD/MM/YYYY")
    assert [(bad.row, bad.expected) for bad in people.bad] == [
        (3, "a day written DD/MM/YYYY, or as 2027-08-31")
    ]
