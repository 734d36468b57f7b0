"""CSV, XLSX and Parquet give the same people; maps rename, histories join, nothing is guessed."""

import datetime as dt

import openpyxl
import polars as pl
import pytest
from spreadsheets import day, write_csv, write_xlsx

from landed.errors import CaseError
from landed.facts import FACTS, Snapshot, read_case_text

HEADER = ("id", "worker.birth_date", "worker.citizenships", "job.noc", "job.wage.amount", "job.wage.currency", "job.wage.per", "employer.willing", "worker.age")  # fmt: skip
ROWS = [
    ("E1", dt.date(1990, 2, 28), "IN|CA", "21231", 138000, "CAD", "year", True, None),
    ("E2", None, "none", "0213", 56.41, "CAD", "hour", False, 44),
]


def facts(case):
    snapshot = Snapshot(case)
    return {name: snapshot.value(fact) for name, fact in FACTS.items()}


@pytest.fixture(params=["csv", "xlsx", "parquet"])
def table(request, tmp_path):
    path = tmp_path / f"people.{request.param}"
    if request.param == "csv":
        return write_csv(path, HEADER, ROWS)
    if request.param == "xlsx":
        return write_xlsx(path, {"People": (HEADER, ROWS)})
    columns = list(zip(*ROWS, strict=True))
    pl.DataFrame(dict(zip(HEADER, columns, strict=True)), strict=False).write_parquet(path)
    return path


def test_every_kind_of_file_gives_the_people_that_case_files_give(read, table):
    people = read(table)
    assert not people.bad
    first = read_case_text(
        "on: 2026-11-22\nworker: {birth_date: 1990-02-28, citizenships: [IN, CA]}\n"
        "job: {noc: '21231', wage: {amount: 138000, currency: CAD, per: year}}\nemployer: {willing: true}"
    )
    second = read_case_text(
        "on: 2026-11-22\nworker: {citizenships: [], age: 44}\n"
        "job: {noc: '0213', wage: {amount: 56.41, currency: CAD, per: hour}}\nemployer: {willing: false}"
    )
    assert [facts(person.case) for person in people.persons] == [facts(first), facts(second)]


def test_a_number_that_lost_its_zeros_in_a_spreadsheet_is_told(read, tmp_path):
    people = read(write_xlsx(tmp_path / "p.xlsx", {"People": (("id", "job.noc"), [("E1", 213)])}))
    assert people.bad[0].found == "213"


def test_a_cell_with_an_error_or_a_formula_without_a_value_is_told(read, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "People"
    sheet.append(["id", "worker.age", "job.noc"])
    sheet.append(["E1", "=1+30", "21231"])
    sheet.append(["E2", 30, "#N/A"])
    sheet["C3"].data_type = "e"
    book.save(tmp_path / "p.xlsx")
    people = read(tmp_path / "p.xlsx")
    assert [(bad.row, bad.column, bad.found) for bad in people.bad] == [
        (2, "worker.age", "a formula that was never worked out"),
        (3, "job.noc", "the error #N/A"),
    ]


def test_a_number_where_a_day_should_be_asks_for_a_date(read, tmp_path):
    people = read(write_xlsx(tmp_path / "p.xlsx", {"People": (("id", "worker.birth_date"), [("E1", 32874)])}))
    assert people.bad[0].problem == "32874 is a number, not a day"


def test_a_date_with_a_time_of_day_is_told(read, tmp_path):
    rows = [("E1", dt.datetime(1990, 1, 1, 9, 30)), ("E2", dt.datetime(1990, 1, 1))]  # noqa: DTZ001 - a cell has none
    people = read(write_xlsx(tmp_path / "p.xlsx", {"People": (("id", "worker.birth_date"), rows)}))
    assert [bad.row for bad in people.bad] == [2]
    assert [person.id for person in people.persons] == ["E2"]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_seen_by_the_header(read, separator):
    text = separator.join(["id", "worker.age", "job.city"]) + "\n" + separator.join(["E1", "30", "Laval, QC"])
    assert read(text).persons[0].case.stated["job.city"] == frozenset({"Laval, QC"})


def test_a_byte_order_mark_and_words_of_spreadsheets_are_read(read):
    people = read("\ufeffid,employer.willing\r\nE1,TRUE\r\nE2,FALSE\r\n")
    assert [person.case.stated["employer.willing"] for person in people.persons] == [True, False]


def test_an_empty_cell_is_unknown_and_null_was_asked(read):
    (first, second) = read("id,worker.age,job.noc\nE1,,21231\nE2,null,21231\n").persons
    assert "worker.age" not in first.case.stated
    assert second.case.asked == {"worker.age"}


def test_days_are_read_by_the_format_that_is_named(read):
    text = "id,worker.birth_date\nE1,4 Mar 1990\nE2,1990-03-04\n"
    for person in read(text, dates="D MON YYYY").persons:
        assert Snapshot(person.case).shown(FACTS["worker.birth_date"]) == "1990-03-04"


# ------------------------------------------------------------------------------------------------- histories


JOBS = (("id", "noc", "country", "from", "to"), [
    ("E1", "21231", "IN", day("2015-07-01"), day("2019-08-30")), ("E1", "21231", "US", day("2021-10-01"), "present"),
    ("E2", "21232", "IN", day("2012-01-01"), day("2020-01-01")),
])  # fmt: skip
PEOPLE = (("id", "worker.age"), [("E1", 33), ("E2", 44), ("E3", 30)])


def test_a_sheet_named_as_a_list_holds_the_rows_of_each_person(read, tmp_path):
    people = read(write_xlsx(tmp_path / "p.xlsx", {"People": PEOPLE, "worker.experience": JOBS}))
    assert not people.bad
    jobs = [len(person.case.records.get("worker.experience", [])) for person in people.persons]
    assert jobs == [2, 1, 0]
    assert not people.persons[0].case.open_lists  # a sheet is complete, as a case file is


def test_a_bad_row_of_a_history_is_told_where_it_stands_and_rejects_its_person(read, tmp_path):
    header, rows = JOBS
    spoilt = [
        *rows[:1],
        ("E1", "99999", "US", day("2021-10-01"), "present"),
        rows[2],
        ("E9", "21231", "IN", None, None),
    ]
    people = read(write_xlsx(tmp_path / "p.xlsx", {"People": PEOPLE, "experience": (header, spoilt)}))
    assert [(bad.sheet, bad.row, bad.column) for bad in people.bad] == [
        ("experience", 3, "noc"),
        ("experience", 5, "id"),
    ]
    assert [person.id for person in people.persons] == ["E2", "E3"]


def test_numbered_columns_are_a_list_and_a_count_says_that_it_is_whole(read):
    header = "id,worker.experience.1.noc,worker.experience.1.from,worker.experience.1.to,worker.experience.1.country,worker.experience.count"
    row = "21231,2015-07-01,2019-08-30,IN"
    people = read(f"{header}\nE1,{row},1\nE2,{row},3\nE3,{row},\nE4,,,,,0\nE5,{row},0\n")
    by_id = {person.id: person.case for person in people.persons}
    assert [bool(by_id[id_].open_lists) for id_ in ("E1", "E2", "E3")] == [False, True, True]
    assert by_id["E4"].records["worker.experience"] == []
    assert [bad.problem for bad in people.bad] == ["it says 0, and 1 are given"]


def test_a_group_that_is_none_and_a_list_with_others(read):
    people = read("id,spouse,worker.citizenships,worker.citizenships_and_others\nE1,none,IN,true\n")
    case = people.persons[0].case
    assert case.absent == {"spouse"}
    assert case.stated["worker.citizenships"].possible is None


# ------------------------------------------------------------------------------------------------------ maps


def test_a_map_renames_columns_words_and_dates_and_gives_constants(read):
    people = read(
        "Who,Born,Office,Note,Level\nA,03.04.1990,Vancouver,x,BSc\n",
        "id: Who\ncolumns:\n  Born: {to: worker.birth_date, date: DD.MM.YYYY}\n"
        "  Office: {to: job.province, words: {vancouver: BC}}\n  note: ignore\n"
        "  Level: {to: worker.education_level, words: {BSc: bachelor}}\n"
        "constants: {employer.operates_in_canada: true, worker.citizenships: IN|US}\n",
    )
    assert not people.bad
    assert not people.notices
    snapshot = Snapshot(people.persons[0].case)
    shown = {name: snapshot.shown(FACTS[name]) for name in people.persons[0].case.stated}
    assert shown == {
        "worker.birth_date": "1990-04-03", "job.province": "BC", "worker.education_level": "bachelor",
        "employer.operates_in_canada": True, "worker.citizenships": ["IN", "US"],
    }  # fmt: skip


def test_a_map_of_a_history(read, tmp_path):
    path = write_xlsx(tmp_path / "p.xlsx", {
        "Staff": (("Number", "worker.age"), [(1, 30)]),
        "Past jobs": (("Employee", "Code", "Since", "Until"), [(1, "21231", "20150701", "20190830")]),
    })  # fmt: skip
    people = read(
        path,
        "id: Number\nsheets:\n  Past jobs:\n    to: worker.experience\n    id: Employee\n    columns:\n"
        "      Code: noc\n      Since: {to: from, date: YYYYMMDD}\n      Until: {to: to, date: YYYYMMDD}\n",
    )
    assert not people.bad
    assert people.persons[0].case.records["worker.experience"][0].to == dt.date(2019, 8, 30)


def test_all_mistakes_of_a_map_are_told_at_once(read):
    with pytest.raises(CaseError) as caught:
        read(
            "a\n1\n",
            "colums: {}\ndates: MM/DD/YY\ncolumns:\n  a: worker.birthdate\n  b: {date: YYYY}\n  c: {to: job.noc, dat: x}\n"
            "constants: {job.nocc: 1}\nsheets: {Jobs: {to: jobs}}\n",
        )
    text = str(caught.value)
    for part in (
        "colums",
        "MM/DD/YY",
        "'worker.birth_date'",
        "columns.b",
        "'date'",
        "job.nocc",
        "sheets.Jobs",
    ):
        assert part in text
    assert len(caught.value.mistakes) >= 7


def test_a_map_that_is_not_there_or_goes_in_a_circle_is_refused(read, tmp_path):
    (tmp_path / "map.yaml").write_text("extends: map.yaml\n", "utf-8")
    with pytest.raises(CaseError, match="circle"):
        read("a\n1\n", "extends: map.yaml\n")
    with pytest.raises(CaseError, match="no such map"):
        read("a\n1\n", "extends: other.yaml\n")


def test_a_plain_personnel_export_is_read_and_what_is_unclear_is_said(read):
    people = read(
        "Employee ID,Full Name,Date of Birth,Citizenship,Job Title,SOC Code,Visa Type,I-94 Expiration,Visa Expiration,Salary\n"
        "7,A Person,05/06/1990,IN,Engineer,15-1252,H-1B,08/31/2027,08/31/2027,120000\n",
        "hr",
        dates="MM/DD/YYYY",
    )
    assert not people.bad
    assert people.persons[0].name == "A Person"
    assert people.persons[0].case.stated.keys() == {
        "worker.birth_date", "worker.citizenships", "job.title", "job.soc", "worker.us_status.class", "worker.us_status.i94_expires",
    }  # fmt: skip
    assert any("Visa Expiration was not read: it may be" in notice for notice in people.notices)
    assert any("Salary was not read" in notice for notice in people.notices)


LCA = (  # invented rows in the layout of the public files
    "case_number,case_status,received_date,decision_date,visa_class,job_title,soc_code,soc_title,full_time,begin_date,end_date,"
    "total_workers,employer_name,employer_city,employer_state,naics,worksite_city,worksite_county,worksite_state,wage_from,wage_to,"
    "wage_unit,prevailing_wage,pw_unit,pw_level\n"
    "I-200-1,Certified,2024-09-20,2024-09-27,H-1B,Analyst,15-1211.00,Analysts,Y,2024-10-01,2027-09-30,1,Example Inc.,Town,VA,5415,"
    "Town,COUNTY,VA,96100.00,,Year,77542.00,Year,I\n"
    "I-200-2,Withdrawn,2024-09-20,2024-09-27,H-1B,Analyst,15-1211.00,Analysts,Y,2024-10-01,2027-09-30,1,Example Inc.,Town,VA,5415,"
    "Town,COUNTY,VA,96100.00,,Year,77542.00,Year,I\n"
    "I-201-3,Certified,2024-09-20,2024-09-27,E-3 Australian,Analyst,15-1211.00,Analysts,N,2024-10-01,2026-09-30,2,Example Inc.,Town,"
    "VA,5415,Town,COUNTY,VA,35.28,40,Hour,35.28,Hour,I\n"
    "I-200-4,,,,,FELLOW,29-1229.00,physicians,Y,2025-07-01,2027-06-30,,EXAMPLE TRUST,,,,Town,COUNTY,FL,3258.15,,Bi-Weekly,,,\n"
)
LONG = {"full_time": "FULL_TIME_POSITION", "total_workers": "TOTAL_WORKER_POSITIONS", "wage_from": "WAGE_RATE_OF_PAY_FROM",
        "wage_to": "WAGE_RATE_OF_PAY_TO", "wage_unit": "WAGE_UNIT_OF_PAY", "pw_unit": "PW_UNIT_OF_PAY", "pw_level": "PW_WAGE_LEVEL",
        "naics": "NAICS_CODE"}  # fmt: skip


@pytest.mark.parametrize("names", ["short", "long"])
def test_a_public_disclosure_file_is_read_whichever_names_it_has(read, names):
    header, _, rows = LCA.partition("\n")
    if names == "long":
        header = ",".join(LONG.get(name, name).upper() for name in header.split(","))
    people = read(f"# Public record, copied\n{header}\n{rows}", "lca")
    assert not people.bad
    assert people.left_out == 1
    assert [person.id for person in people.persons] == ["I-200-1", "I-201-3", "I-200-4"]
    first, second, third = (person.case for person in people.persons)
    assert first.stated["worker.us_status.class"] == frozenset({"H-1B"})
    assert second.stated["worker.us_status.class"] == frozenset({"E-3"})
    assert first.records["job.wage"].currency == "USD"
    assert third.records["job.wage"].per is None  # every second week is no period that the plan knows
    assert not any("were not read" in notice for notice in people.notices)
    assert len(people.notices) == 2  # what the map takes for granted
