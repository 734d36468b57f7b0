"""Open work permits of spouses and partners: of workers, of workers under trade agreements, of students."""
