"""Entry to Canada: who needs a visa, an electronic authorization or neither; where a permit may be asked for.

IRPR s. 7, 7.01, 7.1, 190 and Schedule 1.1; s. 12.1 to 12.91 (biometrics); s. 30 (medical exam); s. 197 to 199 and 26.1 (where to
apply). A visa or an electronic authorization comes with an approved permit, without another application or fee. A U.S.
visa does not replace Canada's. Each route here is an exemption: where it is closed, the thing is needed.
"""

from landed.expr import NotEncoded, Today, all_of, any_of, cite, clause, not_
from landed.facts import worker
from landed.law.canada.work_permit import rules as permit
from landed.law.route import EXEMPTION, WORKER, programme, reservation

law = programme(__name__)

residents_need_no_authorization = law.flag("without_electronic_authorization.us_residents_exempt")
air_countries = law.codes("authorization_in_place_of_a_visa.countries")
spared_permits = law.codes("permit_at_port_of_entry.permits_spared_from_flagpoling")
spared_citizens = law.codes("permit_at_port_of_entry.citizens_of_those_agreements")
agreement_permits = law.codes("permit_from_within_canada.cusma_permits")

_citizen_of_the_us = worker.citizenships.overlap("US")
_us = any_of(_citizen_of_the_us, worker.us_permanent_resident)
_spared = all_of(spared_citizens.overlaps(worker.citizenships), spared_permits.has(worker.canada.permit))

without_visa = law.route(
    "without_visa",
    "Entering Canada without a visitor visa",
    title_fr="Entrer au Canada sans visa de visiteur",
    kind=EXEMPTION,
    party=WORKER,
    summary="U.S. citizens, U.S. permanent residents, and citizens of the countries on the list (by air with an electronic "
    "authorization, U.S. citizens excepted)",
    cites=cite("IRPR", "s. 7, 190, Schedule 1.1"),
    reservations=(
        reservation("For Hong Kong, Israel, Romania, Taiwan, and the United Kingdom only certain passports count (those of the region, "
                    "national, electronic, with a personal number, of a British citizen or overseas national)",
                    cite("IRPR", "s. 190(1)(b), (2), (2.1)")),
    ),
    requires=clause(
        "The worker is a U.S. citizen, a U.S. permanent resident, or a citizen of Canada or of a country whose citizens need no visa",
        any_of(_us, worker.citizenships.overlap("CA"), permit.visa_exempt.overlaps(worker.citizenships)),
        cites=cite("IRPR", "s. 190(1), Schedule 1.1"), key="nationality",
    ),
)  # fmt: skip

authorization_in_place_of_a_visa = law.route(
    "authorization_in_place_of_a_visa",
    "Flying to Canada with an electronic authorization in place of a visa",
    title_fr="Autorisation de voyage électronique au lieu d'un visa, par avion",
    kind=EXEMPTION,
    party=WORKER,
    summary="Citizens of some countries that need a visa, by air only, with a Canadian visa of the last ten years or a valid U.S. "
    "visa; it does not let them ask for a permit at the port of entry",
    cites=cite("IRPR", "s. 7.01"),
    requires=all_of(
        clause("The worker is a citizen of a country on the list", air_countries.overlaps(worker.citizenships),
               cites=cite("IRPR", "s. 7.01, table"), key="nationality"),
        clause("The worker arrives by air", worker.canada.arrives_by_air, cites=cite("IRPR", "s. 7.01"), key="by_air"),
        clause("The worker has held a Canadian visa in the last ten years, or holds a valid U.S. visa",
               any_of(worker.canada.visa_in_ten_years, worker.us_status.visa_stamp_expires >= Today()),
               cites=cite("IRPR", "s. 7.01"), key="visa_held"),
    ),
)  # fmt: skip

without_electronic_authorization = law.route(
    "without_electronic_authorization",
    "Coming to Canada without an electronic authorization",
    title_fr="Venir au Canada sans autorisation de voyage électronique",
    kind=EXEMPTION,
    party=WORKER,
    summary="U.S. citizens; U.S. permanent residents since 26 April 2022; whoever does not come by air, or needs a visa anyway",
    cites=cite("IRPR", "s. 7.1"),
    reservations=(reservation("Whoever holds a valid Canadian visa needs no authorization beside it", cite("IRPR", "s. 7.1(3)")),),
    requires=clause(
        "The worker is a citizen of Canada or the United States, since 26 April 2022 a U.S. permanent resident, does not come by air, or "
        "needs a visa instead",
        any_of(
            worker.citizenships.overlap("US", "CA"),
            all_of(residents_need_no_authorization, worker.us_permanent_resident),
            not_(worker.canada.arrives_by_air),
            not_(any_of(_us, permit.visa_exempt.overlaps(worker.citizenships), air_countries.overlaps(worker.citizenships))),
        ),
        cites=cite("IRPR", "s. 7.1(3)"), key="exempt",
    ),
)  # fmt: skip

permit_at_port_of_entry = law.route(
    "permit_at_port_of_entry",
    "Asking for a work permit at the port of entry",
    title_fr="Demander un permis de travail au point d'entrée",
    kind=EXEMPTION,
    party=WORKER,
    summary="For those who need no visa; never with two-week processing. Since 24 December 2024 not on coming back from a visit to "
    "the border by those who hold a status in Canada (U.S. citizens and permanent residents, and professionals under "
    "the agreements with Chile, Colombia, Korea, Mexico, Panama, and Peru, excepted)",
    cites=(cite("IRPR", "s. 198, 26.1"), cite("OB686")),
    reservations=(
        reservation("Who needs a medical exam must have its certificate already", cite("IRPR", "s. 198(2)(b)")),
        reservation("The assessment has been issued, or the offer is in the Employer Portal, before the worker arrives",
                    cite("IRPR", "s. 198(2)(a), 200(3)(f.1)")),
        reservation("Cross-border truck drivers, and those with an appointment made by the border agency, may still come back for a "
                    "permit", cite("OB686")),
        reservation("Not for International Experience (U.S. nationals and residents excepted), graduates since 21 June 2024, or families "
                    "under some policies", cite("IRPR", "s. 198(2)")),
    ),
    requires=all_of(
        clause("The worker needs no visa to enter Canada", any_of(_us, permit.visa_exempt.overlaps(worker.citizenships)),
               cites=cite("IRPR", "s. 198(1), 190"), key="needs_no_visa"),
        clause("The worker does not hold a status in Canada and only leave to come back (flagpoling)",
               any_of(_us, not_(worker.in_canada), _spared), cites=(cite("OB686"), cite("IRPR", "s. 26.1(1)(e)-(h), (2)")),
               key="no_flagpoling", when=permit.no_permit_after_a_trip_to_the_border),
    ),
)  # fmt: skip

permit_from_within_canada = law.route(
    "permit_from_within_canada",
    "Applying for a work permit inside Canada",
    title_fr="Demander un permis de travail au Canada",
    kind=EXEMPTION,
    party=WORKER,
    summary="For those who hold a work permit, a study permit, or a temporary resident permit of six months, or work under an "
    "exemption; visitors as a rule cannot",
    cites=cite("IRPR", "s. 199"),
    requires=all_of(
        clause("The worker is in Canada", worker.in_canada, cites=cite("IRPR", "s. 199"), key="in_canada"),
        clause("The worker holds a work permit (or is maintained by an extension filed in time), a study permit, or a temporary "
               "resident permit of six months or more; or works there under an exemption other than a business visitor's; or asks, as a "
               "citizen of the United States or Mexico, for a permit under CUSMA",
               any_of(
                   worker.canada.status.is_("worker", "maintained", "student", "resident_permit"),
                   all_of(worker.canada.status.is_("visitor"), worker.canada.works_under_exemption),
                   all_of(worker.citizenships.overlap("US", "MX"), agreement_permits.has(worker.canada.permit)),
                   all_of(worker.family.is_("married", "common_law"),
                          NotEncoded("Whether the spouse or partner holds such a permit: the family may then apply in Canada too")),
               ),
               cites=cite("IRPR", "s. 199(a)-(h)"), key="status"),
    ),
)  # fmt: skip

no_biometrics = law.route(
    "no_biometrics",
    "No biometrics for a work permit",
    title_fr="Permis de travail sans données biométriques",
    kind=EXEMPTION,
    party=WORKER,
    summary="U.S. nationals, children under 14, persons over 79; others give them once in ten years",
    cites=cite("IRPR", "s. 12.1-12.91"),
    requires=clause("The worker is a U.S. national, under 14, or over 79", not_(permit.biometrics_needed),
                    cites=cite("IRPR", "s. 12.1-12.91"), key="exempt"),
)  # fmt: skip

no_medical_exam = law.route(
    "no_medical_exam",
    "No medical exam for a work permit",
    title_fr="Permis de travail sans examen médical",
    kind=EXEMPTION,
    party=WORKER,
    summary="Unless the job protects public health, or the stay is over six months after six months in a designated country",
    cites=(cite("MED"), cite("IRPR", "s. 30")),
    requires=clause("Neither the job nor the countries of the last year ask for an exam", not_(permit.medical_exam_needed),
                    cites=(cite("MED"), cite("IRPR", "s. 30")), key="exempt"),
)  # fmt: skip
