"""Tables as personnel systems really write them: titles, two headers, totals, money signs, other encodings."""

import datetime as dt

import openpyxl
import pytest

from landed.errors import CaseError, UsageError
from landed.facts import FACTS, Snapshot
from landed.roster.files import ask_roster, read_roster, write_roster
from landed.roster.mapping import read_mapping


def shown(person, name):
    return Snapshot(person.case).shown(FACTS[name])


@pytest.fixture
def export(tmp_path):
    """A workbook with a title, groups above the header, blank rows, a formula, a hidden column, and totals."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Export"
    sheet.append(["Acme - confidential"])
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["Who", None, "Immigration"])
    sheet.append(
        [
            "Employee ID ",
            "Legal  Name",
            "Immigration Status",
            "Nationality",
            "Date of Birth",
            "Comments",
            "Comments",
        ]
    )
    sheet.append([" A1 ", "  Jos\u00e9 \u00d1and\u00fa ", "H1B", "India", dt.date(1990, 1, 2), "=1+1", "x"])
    sheet.append([])
    sheet.append(["A2", "Zo\u00eb", "us citizen", "Mexico; C\u00f4te d'Ivoire", 32875, None, None])
    sheet.append(["Total", None, None, None, "=SUM(E5:E7)"])
    sheet.append(["End of report"])
    sheet.column_dimensions["F"].hidden = True
    book.save(tmp_path / "export.xlsx")
    return tmp_path / "export.xlsx"


def test_the_header_is_found_below_titles_and_totals_are_left_aside_and_both_are_told(export):
    people = read_roster(export, mapping="hr", dates="SERIAL")
    assert not people.bad
    assert [(person.id, person.name, person.row) for person in people.persons] == [
        ("A1", "Jos\u00e9 \u00d1and\u00fa", 5), ("A2", "Zo\u00eb", 7)
    ]  # fmt: skip
    assert "Export: row 4 is the header; above it, not read: row 1, 3." in people.notices
    assert any("row 8 begins with 'Total'" in notice for notice in people.notices)
    assert any("row 9 begins with 'End of report'" in notice for notice in people.notices)


def test_countries_and_statuses_under_their_names_are_read_by_the_personnel_map(export):
    first, second = read_roster(export, mapping="hr", dates="SERIAL").persons
    assert shown(first, "worker.citizenships") == ["IN"]
    assert shown(second, "worker.citizenships") == ["CI", "MX"]
    assert shown(first, "worker.us_status.class") == "H-1B"
    assert shown(second, "worker.us_status.class") == "citizen"


def test_a_spreadsheet_s_number_of_a_day_is_read_only_where_it_is_named(export):
    (bad,) = read_roster(export, mapping="hr").bad
    assert (bad.row, bad.problem) == (7, "32875 is a number, not a day")
    assert "SERIAL" in bad.expected
    people = read_roster(export, mapping="hr", dates="MM/DD/YYYY | SERIAL")
    assert shown(people.persons[1], "worker.birth_date") == "1990-01-02"  # 32875 days from 1899-12-30


def test_two_formats_that_give_two_days_are_told_and_not_chosen_from(read):
    people = read(
        "id,worker.birth_date\nE1,03/04/1990\nE2,31/12/1990\nE3,04/04/1990\n", dates="MM/DD/YYYY | DD/MM/YYYY"
    )
    assert [(bad.row, bad.problem) for bad in people.bad] == [
        (2, "'03/04/1990' is 1990-03-04 or 1990-04-03, by the formats named")
    ]
    assert [person.id for person in people.persons] == ["E2", "E3"]


@pytest.mark.parametrize(
    ("numbers", "cell", "cents"),
    [
        ("1,234.56", "$138,000.50", 13_800_050),
        ("1,234.56", "CAD 138000", 13_800_000),
        ("1.234,56", "138.000,50 \u20ac", 13_800_050),
        ("1 234,56", "138\u00a0000,50", 13_800_050),
        ("1'234.56", "138'000.50", 13_800_050),
    ],
)
def test_numbers_are_read_as_the_format_named_says(tmp_path, numbers, cell, cents):
    path = tmp_path / "p.csv"
    path.write_text(f"id;job.wage.amount;job.wage.currency;job.wage.per\nE1;{cell};CAD;year\n", "utf-8")
    (person,) = read_roster(path, numbers=numbers).persons
    assert person.case.records["job.wage"].amount == cents
    (bad,) = read_roster(path).bad if not cell.startswith("CAD") else [None]
    assert bad is None or "--numbers" in bad.expected


@pytest.mark.parametrize("cell", ["1,38,000", "138.000,50", "13,8000", "1.2.3"])
def test_a_number_that_does_not_fit_its_format_is_told(read, cell):
    people = read(f'id,job.wage.amount\nE1,"{cell}"\n', "numbers: 1,234.56\nextends: hr\n")
    assert [bad.column for bad in people.bad] == ["job.wage.amount"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_text_of_other_encodings_is_read_where_it_says_so_or_is_named(tmp_path, encoding):
    path = tmp_path / "p.csv"
    path.write_bytes(
        "sep=;\r\nEmployee ID;Name;Nationality\r\nE1;Zo\u00eb M\u00fcller;FR\r\n".encode(encoding)
    )
    people = read_roster(path, mapping="hr", encoding="cp1252" if encoding == "cp1252" else "")
    assert [person.name for person in people.persons] == ["Zo\u00eb M\u00fcller"]
    if encoding == "cp1252":
        with pytest.raises(CaseError, match="--encoding cp1252"):
            read_roster(path, mapping="hr")


@pytest.mark.parametrize(
    ("numbers", "encoding"), [("1234", ""), ("1.234.56", ""), ("", "klingon"), ("", "base64")]
)
def test_a_format_that_cannot_be_is_refused(numbers, encoding):
    with pytest.raises(UsageError, match="is not how"):
        read_mapping("", "", numbers, encoding)


def test_a_person_whose_name_begins_like_totals_is_a_person(read):
    people = read("id,worker.name,worker.age\nE1,Total Sum,30\nTotally,Ann,31\n")
    assert [person.id for person in people.persons] == ["E1", "Totally"]


def test_rows_without_an_id_are_read_and_counted(read):
    people = read("id,worker.age\nE1,30\n,31\n")
    assert [person.id for person in people.persons] == ["E1", "row 3"]
    assert "1 row has no id, and goes by the number of the row." in people.notices


def test_columns_that_are_not_read_may_have_one_name(read):
    assert read("id,worker.age,Notes,Notes\nE1,30,a,b\n").persons[0].id == "E1"


def test_reading_asking_and_writing_say_how_far_they_are(tmp_path, monkeypatch):
    for module in ("tables", "people", "workbook"):
        monkeypatch.setattr(f"landed.roster.{module}._A_WHILE", 1)
    path = tmp_path / "p.csv"
    path.write_text("id,worker.age\nE1,30\nE2,31\n", "utf-8")
    told = {}

    def tell(what, done, total):
        told[what] = (done, total)

    people = read_roster(path, on=dt.date(2026, 11, 22), progress=tell)
    result = ask_roster(people, months=1, progress=tell)
    assert result.on == dt.date(2026, 11, 22)
    assert write_roster(result, tmp_path / "out.xlsx", tell) == [tmp_path / "out.xlsx", tmp_path / "out.html"]
    assert told == {
        "rows read": (2, 0), "people read": (2, 2), "months": (1, 1), "choices": (12, 12), "people": (2, 2),
        "rows written": (2, 2),
    }  # fmt: skip
    with pytest.raises(UsageError, match="expected a file ending in"):
        write_roster(result, tmp_path / "out.doc")
