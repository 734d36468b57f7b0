"""The Canada-United Kingdom trade agreement: UK citizens, as suppliers of services, transferees, and investors.

IRPR s. 204(a); IRCC, instructions on the Agreement on Trade Continuity, in effect since 1 April 2021 and modeled on CETA,
which covered UK citizens until 31 December 2020. Exemption codes F60 to F67. From January to March 2021 there was
neither.
"""

from landed.law.canada.employer_permit import (  # noqa: F401 - named by procedure.yaml
    applies_online,
    biometrics_abroad,
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    compliance_fee,
    eta_fee,
    gathering,
    in_canada,
    in_canada_slowest,
    in_canada_standard,
    in_canada_with_published_times,
    in_two_weeks,
    in_two_weeks_with_published_times,
    may_apply_at_port_of_entry,
    medical_exam_needed,
    medical_exam_wait,
    needs_eta,
    offer_not_yet_made,
    passport_renewal,
    passport_too_short,
    permit_fee,
    slowest,
    standard,
    times_published,
    two_week_standard,
    works_on_meanwhile,
)  # fmt: skip
from landed.law.canada.european_agreements import Agreement, routes
from landed.law.route import programme

law = programme(__name__)

(
    contractual_service_supplier, independent_professional, technologist, intra_company_executive,
    intra_company_specialist, graduate_trainee, investor,
) = routes(
    Agreement(
        law=law, name="the Canada-UK trade agreement", name_fr="l'ACC Canada-Royaume-Uni", whose="the United Kingdom", source="TCA",
        codes={
            "contractual_service_supplier": "F66", "independent_professional": "F60", "technologist": "F67",
            "intra_company_executive": "F61", "intra_company_specialist": "F63", "graduate_trainee": "F62",
            "investor": "F65",
        },
    )
)  # fmt: skip
