"""Tables as they come from spreadsheets and exports all over the world: nothing is guessed, and nothing is lost unsaid."""

import datetime as dt
import zipfile
from decimal import Decimal

import openpyxl
import polars as pl
import pytest
import xlsxwriter
from spreadsheets import day, write_xlsx

from landed.errors import CaseError, UsageError
from landed.roster.files import ask_roster, read_roster

HEADER = ["id", "worker.birth_date", "worker.citizenships"]


def book_of(path, rows, merged=()):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "People"
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def places(people):
    return [(bad.sheet, bad.row, bad.column) for bad in people.bad]


# --------------------------------------------------------------------------------------------------- numbers


@pytest.mark.parametrize("cell", ["138.000", "1.234", "-1.500", "999.999"])
def test_a_number_that_is_two_numbers_is_told_and_not_chosen_from(read, cell):
    people = read(f"id,job.wage.amount\nE1,{cell}\nE2,138000.5\n")
    assert places(people) == [("people.csv", 2, "job.wage.amount")]
    assert "where a dot parts the thousands" in people.bad[0].problem
    assert [person.id for person in people.persons] == ["E2"]


@pytest.mark.parametrize(("numbers", "cents"), [("1,234.56", 138_00), ("1.234,56", 138_000_00)])
def test_such_a_number_is_read_where_its_format_is_named(tmp_path, numbers, cents):
    path = tmp_path / "p.csv"
    path.write_text("id,job.wage.amount\nE1,138.000\n")
    people = read_roster(path, numbers=numbers)
    assert people.persons[0].case.records["job.wage"].amount == cents


@pytest.mark.parametrize("cell", ["138000.000", "0.125", "48.08", "48.0775", "138000"])
def test_a_number_that_is_one_number_is_read(read, cell):
    assert not read(f"id,worker.age,job.wage.amount\nE1,30,{cell}\n").bad


# ----------------------------------------------------------------------------------------------- the header


@pytest.mark.parametrize("name", ["ID", "Id", "iD"])
def test_the_column_of_ids_is_known_in_any_capitals(read, name):
    assert [person.id for person in read(f"{name},worker.age\nE1,30\n").persons] == ["E1"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("worker_birth_date", "worker.birth_date"), ("worker__birth_date", "worker.birth_date"),
        ("Worker.Birth_Date", "worker.birth_date"), ("JOB.NOC", "job.noc"), ("worker.birthdate", "worker.birth_date"),
        ("job_wage_amount", "job.wage.amount"),
    ],
)  # fmt: skip
def test_a_name_that_has_the_letters_of_ours_is_refused_with_the_right_one(read, name, right):
    with pytest.raises(CaseError) as caught:
        read(f"id,worker.age,{name}\nE1,30,x\n")
    assert f"{name}: there is no such column" in str(caught.value)
    assert f"did you mean '{right}'?" in str(caught.value)


def test_the_firm_s_own_columns_with_a_dot_or_like_ours_are_named_and_stop_nothing(read):
    people = read("id,worker.age,Dept. name,Emp. No.,Job Title\nE1,30,x,y,z\n")
    assert people.notices == [
        "Columns that were not read: Dept. name, Emp. No., Job Title (did you mean job.title?)."
    ]


def test_of_many_columns_that_were_not_read_some_are_named_and_the_rest_counted(read):
    more = ",".join(f"c{number}" for number in range(200))
    notice = read(f"id,worker.age,{more}\nE1,30{',x' * 200}\n").notices[0]
    assert notice.endswith("c29, and 170 more.")


def test_a_header_below_titles_is_refused_by_its_own_row(tmp_path):
    path = book_of(
        tmp_path / "p.xlsx", [["Staff"], [], ["id", "worker.age", "worker.citizenships", "worker.bith_date"]]
    )
    with pytest.raises(CaseError, match=r"People:3: worker.bith_date: there is no such column"):
        read_roster(path)


def test_a_first_sheet_without_people_names_the_sheet_that_has_them(tmp_path):
    sheets = {
        "Read me": (["This workbook"], [["has people"]]),
        "Staff": (HEADER, [["E1", day("1990-01-02"), "IN"]]),
    }
    path = write_xlsx(tmp_path / "p.xlsx", sheets)
    with pytest.raises(CaseError, match="--sheet 'Staff' has columns that are known"):
        read_roster(path)
    assert len(read_roster(path, sheet="Staff").persons) == 1


# -------------------------------------------------------------------------------------------------- workbooks


def test_of_merged_cells_those_that_hold_nothing_are_told_and_never_read_as_empty(tmp_path):
    birth = dt.date(1990, 1, 2)
    rows = [HEADER, ["E1", birth, "IN"], ["E2", birth, None], ["E3", birth, None], ["E4", birth, None]]
    people = read_roster(book_of(tmp_path / "p.xlsx", rows, ["C2:C4"]))
    assert places(people) == [("People", 3, "worker.citizenships"), ("People", 4, "worker.citizenships")]
    assert "merged" in people.bad[0].problem
    assert [person.id for person in people.persons] == ["E1", "E4"]


def test_merged_titles_and_empty_merged_rows_are_titles_and_empty_rows(tmp_path):
    rows = [["Staff 2026"], ["Person", None, "Law"], HEADER, ["E1", dt.date(1990, 1, 2), "IN"], [], []]
    people = read_roster(book_of(tmp_path / "p.xlsx", rows, ["A1:C1", "A2:B2", "A5:C6"]))
    assert not people.bad
    assert [person.row for person in people.persons] == [4]


def test_a_formula_that_came_out_empty_is_empty_and_one_never_worked_out_is_told(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "x.xlsx")) as book:
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, ["id", "worker.age", "worker.citizenships"])
        sheet.write_row(1, 0, ["E1", 30])
        sheet.write_formula(1, 2, '=IF(TRUE,"","IN")', None, "")
    path = tmp_path / "p.xlsx"
    with zipfile.ZipFile(tmp_path / "x.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():  # as a spreadsheet writes it: text, and empty
            new.writestr(name, old.read(name).replace(b'<c r="C2">', b'<c r="C2" t="str">'))
    assert not read_roster(path).bad
    assert places(read_roster(tmp_path / "x.xlsx")) == [("People", 2, "worker.citizenships")]


def test_days_of_a_workbook_that_counts_from_1904_are_the_days_it_shows(tmp_path):
    path = tmp_path / "p.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True}) as book:
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["E1"])
        sheet.write_datetime(1, 1, dt.datetime(1990, 1, 2), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001 - a cell has none
    stated = read_roster(path).persons[0].case.stated["worker.birth_date"]
    assert stated.lo == stated.hi == dt.date(1990, 1, 2).toordinal()
    with pytest.raises(
        CaseError, match="SERIAL counts days from 1900, and this workbook counts them from 1904"
    ):
        read_roster(path, dates="SERIAL")


def test_lines_of_totals_between_people_are_left_aside_and_told(read):
    people = read(
        "id,worker.age,worker.citizenships\nE1,30,IN\nTotal,30,\nE2,31,IN\nSubtotal:,61,\nGrand total,61,\n"
    )
    assert [person.id for person in people.persons] == ["E1", "E2"]
    assert [notice.split(":")[1].split(" begins")[0].strip() for notice in people.notices] == [
        "row 3",
        "row 5",
        "row 6",
    ]


# ------------------------------------------------------------------------------------------- other files


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_told_with_the_name_to_give(tmp_path, encoding):
    path = tmp_path / "p.csv"
    path.write_bytes("id,worker.name,worker.age\nE1,Zo\u00eb,30\n".encode(encoding))
    with pytest.raises(CaseError, match="--encoding utf-16-le, --encoding utf-16-be"):
        read_roster(path)
    assert read_roster(path, encoding=encoding).persons[0].name == "Zo\u00eb"


def test_exact_decimals_of_parquet_are_numbers(tmp_path):
    path = tmp_path / "p.parquet"
    amounts = pl.Series([Decimal("90000.50"), Decimal("100.00"), None], dtype=pl.Decimal(12, 2))
    pl.DataFrame(
        {"id": ["E1", "E2", "E3"], "worker.age": [30, 31, 32], "job.wage.amount": amounts}
    ).write_parquet(path)
    people = read_roster(path)
    assert not people.bad
    wages = [person.case.records.get("job.wage") for person in people.persons]
    assert [wage and wage.amount for wage in wages] == [90000_50, 100_00, None]


# --------------------------------------------------------------------------------------------- histories

JOBS = ["ID", "Employee", "NOC", "country", "from", "to"]


def test_every_wrong_cell_of_a_record_is_told_not_the_first_alone(tmp_path):
    jobs = [
        ["E1", "A", "99999", "India", day("2015-01-01"), day("2016-01-01")],
        ["E1", "A", "21231", "IN", day("2018-01-01"), day("2017-01-01")],
    ]
    sheets = {"People": (HEADER, [["E1", day("1990-01-02"), "IN"]]), "experience": (JOBS, jobs)}
    people = read_roster(write_xlsx(tmp_path / "p.xlsx", sheets))
    assert places(people) == [("experience", 2, "NOC"), ("experience", 2, "country"), ("experience", 3, "to")]
    assert people.notices == ["Columns that were not read: Employee."]


def test_who_has_no_row_in_a_history_is_unknown_there_and_stays(tmp_path):
    sheets = {
        "People": (HEADER, [["E1", day("1990-01-02"), "IN"], ["E2", day("1991-01-02"), "IN"]]),
        "experience": (JOBS, [["E1", "A", "21231", "IN", day("2015-01-01"), day("2016-01-01")]]),
    }
    people = read_roster(write_xlsx(tmp_path / "p.xlsx", sheets))
    assert not people.bad
    assert ["worker.experience" in person.case.records for person in people.persons] == [True, False]


def test_columns_of_people_in_a_history_are_not_read_and_a_history_without_fields_is_refused(tmp_path):
    main = tmp_path / "p.csv"
    main.write_text("id,worker.age\nE1,30\n")
    jobs = tmp_path / "jobs.csv"
    jobs.write_text("id,worker.name,job.noc,noc\nE1,Ann,21231,21232\n")
    people = read_roster(main, beside={"worker.experience": jobs})
    assert people.persons[0].case.records["worker.experience"][0].noc == "21232"
    assert people.notices == ["Columns of worker.experience that were not read: worker.name, job.noc."]
    with pytest.raises(CaseError, match=r"no column is known; expected fields of worker\.experience: "):
        read_roster(main, beside={"worker.experience": main})


def test_a_table_beside_for_a_list_that_there_is_not_is_refused(tmp_path):
    main = tmp_path / "p.csv"
    main.write_text("id,worker.age\nE1,30\n")
    with pytest.raises(
        UsageError, match=r"there is no list 'worker.experiense'.*did you mean 'worker.experience'"
    ):
        read_roster(main, beside={"worker.experiense": main})


def test_the_history_of_somebody_whom_the_map_leaves_out_is_left_out_with_them(tmp_path):
    (tmp_path / "map.yaml").write_text("columns: {State: ignore}\nonly: {State: [active]}\n")
    sheets = {
        "People": (
            [*HEADER, "State"],
            [["E1", day("1990-01-02"), "IN", "active"], ["E2", day("1991-01-02"), "IN", "left"]],
        ),
        "experience": (JOBS, [["E2", "A", "21231", "IN", day("2015-01-01"), day("2016-01-01")]]),
    }
    people = read_roster(write_xlsx(tmp_path / "p.xlsx", sheets), mapping=str(tmp_path / "map.yaml"))
    assert (people.left_out, people.bad) == (1, [])


def test_a_code_that_lost_its_zeros_is_told_with_them(read):
    assert [bad.nearest for bad in read("id,job.noc\nE1,213\nE2,13\n").bad] == ["0213", "0013"]


@pytest.mark.parametrize("day_", ["2026-11-22", dt.datetime(2026, 11, 22), 20261122])  # noqa: DTZ001 - what a caller may give
def test_a_day_that_is_none_is_refused_by_its_name(tmp_path, day_):
    path = tmp_path / "p.csv"
    path.write_text("id,worker.age\nE1,30\n")
    with pytest.raises(UsageError, match=r"expected a datetime\.date"):
        read_roster(path, on=day_)
    with pytest.raises(UsageError, match=r"expected a datetime\.date"):
        ask_roster(read_roster(path), on=day_)


def test_an_engine_that_there_is_not_is_refused(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("id,worker.age\nE1,30\n")
    with pytest.raises(UsageError, match="expected polars or sql"):
        ask_roster(read_roster(path), engine="spark")


def test_a_column_that_chooses_the_rows_is_not_told_as_not_read(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("Employee ID,Nationality,Status\n7,India,active\n8,India,left\n")
    (tmp_path / "map.yaml").write_text("extends: hr\nonly: {Status: [active]}\n")
    people = read_roster(path, mapping=str(tmp_path / "map.yaml"))
    assert (len(people.persons), people.left_out, people.notices) == (1, 1, [])
