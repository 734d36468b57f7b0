"""Open work permit for H-1B holders: the public policy of July 2023, full after a day; its families; its renewal.

IRPA s. 25.2; IRCC, public policy on H-1B visa holders, opened on 16 July 2023 for 10,000 principal applicants and full on
17 July. Families could still apply until 26 September 2024. Who received less than three years may renew inside Canada, up to
three years in all, under a policy that ends on 16 December 2026. Nothing of it is the pathway announced in November
2025, `canada.h1b_pathway_2025`.
"""

from landed.expr import MONTHS, PERSONS, Today, all_of, any_of, cite, clause
from landed.facts import spouse, worker
from landed.law.canada.employer_permit import (  # noqa: F401 - most are named by procedure.yaml
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    gathering,
    in_canada_slowest,
    in_canada_standard,
    in_canada_times_published,
    medical_exam_needed,
    medical_exam_wait,
    of_the_worker,
    passport_renewal,
    passport_too_short,
    permit_fee,
    slowest,
    standard,
    times_published,
)  # fmt: skip
from landed.law.canada.maintained_status.rules import permit_still_valid  # noqa: F401 - named by procedure.yaml
from landed.law.route import FAMILY, PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

places = law.number("worker.places", PERSONS)
longest = law.number("longest", MONTHS)

POLICY = cite("H1BP")
RULES = cite("PDI23")
RENEW = cite("PDI23", "Renewal inside Canada")

_valid = any_of(worker.us_status.visa_stamp_expires >= Today(), worker.us_status.petition_expires >= Today())

worker_ = law.route(
    "worker",
    "Open work permit of 2023 for H-1B holders",
    title_fr="Permis de travail ouvert de 2023 pour les titulaires du visa H-1B",
    kind=PERMIT,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Up to three years, for any employer; 10,000 places, all taken within a day of its opening in July 2023",
    cites=(POLICY, RULES, cite("IRPA", "s. 25.2")),
    reservations=of_the_worker,
    requires=all_of(
        clause("The worker is in H-1B status", worker.us_status.class_.is_("H-1B"), cites=POLICY, key="h1b"),
        clause("The H-1B visa is valid; or its stamp has expired, and the notice of approval shows that the status is valid",
               _valid, cites=RULES, key="valid"),
        clause("The worker lives in the United States when applying", worker.residence.is_("US"), cites=POLICY,
               key="residence"),
    ),
)  # fmt: skip

family = law.route(
    "family",
    "Open work permits of 2023 for the families of H-1B holders",
    title_fr="Permis de travail ouverts de 2023 pour la famille des titulaires du visa H-1B",
    kind=FAMILY,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="To the same day as the worker's permit; each member applies, and they do not count in the 10,000",
    cites=(POLICY, RULES, cite("IRPA", "s. 25.2")),
    requires=all_of(
        clause("The worker's own permit under the policy is approved",
               all_of(worker.canada.permit.is_("H1BP"), worker.canada.permit_approved), cites=RULES,
               key="principal_approved"),
        clause("There is a spouse or partner, or a dependent child, who would come along",
               any_of(spouse.accompanying, worker.children_count > 0), cites=POLICY, key="family"),
        clause("The spouse or partner lives in the United States when applying", spouse.residence.is_("US"),
               cites=RULES, key="residence", when=spouse.accompanying),
    ),
)  # fmt: skip

renewal = law.route(
    "renewal",
    "Renewal in Canada of the open work permit of 2023",
    title_fr="Renouvellement au Canada du permis de travail ouvert de 2023",
    kind=PERMIT,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Makes up what the first permit lacked of three years (a passport or biometrics that ended early); no more",
    cites=(RENEW, cite("IRPA", "s. 25.2")),
    reservations=(
        *of_the_worker,
        reservation("Permits of 2023 and 2024 run out through 2026 and 2027, and this policy gives nothing beyond three years",
                    RENEW),
        reservation("Who is in Canada as a visitor, or without a status, holds no permit to renew", cite("IRPR", "s. 199, 201"),
                    unless=worker.canada.status.is_("visitor", "none")),
    ),
    requires=all_of(
        clause("The worker holds an open work permit under the policy of 2023", worker.canada.permit.is_("H1BP"), cites=RENEW,
               key="permit_held"),
        clause("The first permit was given for less than three years", worker.canada.first_permit_months < longest,
               cites=RENEW, key="less_than_three_years"),
        clause("The worker is in Canada", worker.in_canada, cites=RENEW, key="in_canada"),
    ),
)  # fmt: skip
