"""CETA: citizens of the European Union, as suppliers of services, transferees, and investors.

IRPR s. 204(a); IRCC, instructions on the Canada-European Union Comprehensive Economic and Trade Agreement, chapter 10, in
effect since 21 September 2017. Exemption codes T41 to T48. The routes are written in `european_agreements.py`, with
those of the agreement that the United Kingdom made in its image.
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
        law=law, name="CETA", name_fr="l'AECG", whose="a member state of the European Union", source="CETA",
        codes={
            "contractual_service_supplier": "T47", "independent_professional": "T43", "technologist": "T48",
            "intra_company_executive": "T44", "intra_company_specialist": "T41", "graduate_trainee": "T42",
            "investor": "T46",
        },
    )
)  # fmt: skip
