"""Spouse's open work permit: what the worker's own permit, or studies, give to a spouse or partner.

IRPR s. 205(c)(ii); IRCC, instructions on codes C41 (of a worker) and C42 (of a student), and on the spouses of some trade
agreements. The worker is the principal here. What is asked of the worker's permit follows from the permit held, or from
the one planned: `worker.canada.permit` and `worker.canada.permit_approved` are produced by the steps of each permit, and
its length comes from `canada.permit_length`.
"""

from landed.expr import CAD, COUNT, MONTHS, NotEncoded, all_of, any_of, cite, clause, not_
from landed.facts import job, worker
from landed.law.canada.employer_permit import (  # noqa: F401 - most are named by procedure.yaml
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    gathering,
    in_canada,
    in_canada_slowest,
    in_canada_standard,
    in_canada_with_published_times,
    medical_exam_needed,
    medical_exam_wait,
    passport_renewal,
    passport_too_short,
    permit_fee,
    slowest,
    standard,
    times_published,
)  # fmt: skip
from landed.law.canada.permit_length.rules import months
from landed.law.route import FAMILY, WORKER, Grants, programme, reservation

law = programme(__name__)

holder_fee = law.number("holder_fee", CAD)
highest_teer = law.number("of_worker.highest_teer", COUNT)
highest_teer_pr_linked = law.number("of_worker.highest_teer_where_linked_to_residence", COUNT)
select_occupations = law.codes("of_worker.select_occupations")
partly_seen = law.codes("of_worker.occupations_partly_seen")
least_months = law.number("of_worker.least_months", MONTHS)
least_months_pr_linked = law.number("of_worker.least_months_where_linked_to_residence", MONTHS)
agreement_permits = law.codes("of_agreement_worker.permits")
cptpp_professionals = law.codes("of_agreement_worker.cptpp_professionals")
cptpp_transferees = law.codes("of_agreement_worker.cptpp_transferees")
graduate_programs_only = law.flag("of_student.graduate_programs_only")
least_masters_months = law.number("of_student.least_months_of_a_masters", MONTHS)
professional_programs_listed = law.flag("of_student.professional_programs_listed")

C41 = cite("C41")
C42 = cite("C42")

_linked = worker.canada.permit.is_("pr_linked")
_couple = clause("The worker is married, or lives with a partner in a common-law relationship",
                 worker.family.is_("married", "common_law"), cites=cite("IRPR", "s. 1(3), 205(c)(ii)"), key="relationship")  # fmt: skip
_authorized = clause(
    "The worker is authorized to work in Canada, or the worker's permit has been approved",
    worker.canada.permit_approved, cites=C41, key="principal_authorized",
)  # fmt: skip
_reservations = (
    reservation("The family does not enter Canada before the worker, and its permits end with the worker's stay", C41),
    reservation("An open permit without a medical exam does not allow work in health care, with children, or in farming",
                cite("MED")),
)  # fmt: skip

of_worker = law.route(
    "of_worker",
    "Open work permit of a worker's spouse",
    title_fr="Permis de travail ouvert de l'époux d'un travailleur",
    kind=FAMILY,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Code C41: for any employer, as long as the worker's stay; since 21 January 2025 for spouses of workers in high "
    "or listed occupations with sixteen months or more left",
    cites=(C41, cite("IRPR", "s. 205(c)(ii)")),
    reservations=_reservations,
    requires=all_of(
        _couple,
        _authorized,
        clause("The worker's occupation is of TEER 0 or 1, or a select one of TEER 2 or 3; until 20 January 2025 of any TEER; "
               "until 29 January 2023 of skill type 0, level A or B (workers on permits linked to permanent residence keep the "
               "rule of 2023)",
               any_of(
                   job.teer <= highest_teer,
                   select_occupations.has(job.noc),
                   all_of(partly_seen.has(job.noc), NotEncoded("Which occupations in education, law, culture, sports, and the armed forces are select")),
                   all_of(_linked, job.teer <= highest_teer_pr_linked),
               ),
               cites=(C41, cite("GOW25")), key="occupation"),
        clause("The worker's permit, held or planned, authorizes at least sixteen months more when the spouse applies; until "
               "20 January 2025, and on permits linked to permanent residence, six",
               any_of(months >= least_months, all_of(_linked, months >= least_months_pr_linked)),
               cites=(cite("GOW25"), cite("POL"), cite("C4146")), key="months_left"),
        clause("The worker's own permit is not one that a family member's stay gave", not_(worker.canada.permit.is_("family")),
               cites=C41, key="principal_in_own_right"),
    ),
)  # fmt: skip

of_agreement_worker = law.route(
    "of_agreement_worker",
    "Open work permit of the spouse of a worker under a trade agreement",
    title_fr="Permis de travail ouvert de l'époux d'un travailleur au titre d'un accord commercial",
    kind=FAMILY,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Codes T45 (EU), F64 (United Kingdom), T53 (Pacific partnership), F36 (Korea), T25 (Colombia) and F73 (Ukraine): as long "
    "as the "
    "worker's permit, whatever the occupation and the months left",
    cites=(cite("FTA"), cite("IRPR", "s. 204(a)")),
    reservations=_reservations,
    requires=all_of(
        _couple,
        clause("The worker is authorized to work in Canada, or the worker's permit has been approved",
               worker.canada.permit_approved, cites=cite("FTA"), key="principal_authorized"),
        clause("The worker's permit is one whose agreement gives the spouse a permit: transfers under the agreements with the EU "
               "and the United Kingdom, professionals of Korea and Colombia, all of Ukraine; under the Pacific partnership, of some countries",
               any_of(
                   agreement_permits.has(worker.canada.permit),
                   all_of(worker.canada.permit.is_("T52"), cptpp_professionals.overlaps(worker.citizenships)),
                   all_of(worker.canada.permit.is_("T51", "T54", "T55"), cptpp_transferees.overlaps(worker.citizenships)),
                   all_of(worker.canada.permit.is_("T50"), NotEncoded("Which investors under the Pacific partnership bring a spouse")),
                   all_of(worker.canada.permit.is_("F62"), NotEncoded("Whether a British graduate trainee brings a spouse (F64)")),
               ),
               cites=cite("FTA"), key="agreement"),
    ),
)  # fmt: skip

of_student = law.route(
    "of_student",
    "Open work permit of a student's spouse",
    title_fr="Permis de travail ouvert de l'époux d'un étudiant",
    kind=FAMILY,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Code C42: since 19 March 2024 for spouses of graduate and professional students; since 21 January 2025 a master's "
    "must last sixteen months or more",
    cites=(C42, cite("IRPR", "s. 205(c)(ii)")),
    reservations=_reservations,
    requires=all_of(
        _couple,
        clause("The worker is, or will be, a full-time student in Canada", worker.canada.studies_now, cites=C42, key="student"),
        clause("The program is a master's, a doctorate, or a professional degree",
               worker.canada.program_level.is_("master", "doctorate", "professional"), cites=C42, key="level",
               when=graduate_programs_only),
        clause("A master's lasts sixteen months or more", worker.canada.program_months >= least_masters_months, cites=C42,
               key="masters_length", when=all_of(graduate_programs_only, worker.canada.program_level.is_("master"))),
        clause("A professional program is one of those listed",
               NotEncoded("The list of professional programs whose students' spouses may work"), cites=C42,
               key="professional_program",
               when=all_of(professional_programs_listed, worker.canada.program_level.is_("professional"))),
    ),
)  # fmt: skip
