"""What the agreements with the European Union and with the United Kingdom share: chapter 10, temporary entry.

The agreement with the United Kingdom was made in the image of CETA, so the routes are written once, and each programme
opens them with its own parameters, sources, and exemption codes.
"""

from dataclasses import dataclass

from landed.expr import COUNT, MONTHS, YEARS, Cite, all_of, any_of, cite, clause
from landed.facts import employer, job, worker
from landed.law.canada import agreement_clauses as shared
from landed.law.canada.employer_permit import has_employer, of_the_offer, portal_offer
from landed.law.route import PERMIT, WORKER, Grants, Programme, Route, reservation

LAW = cite("IRPR", "s. 204(a), 200(1)(c)(ii.1)")


@dataclass(frozen=True, slots=True)
class Agreement:
    """One of the two agreements: its programme, names, and codes by route."""

    law: Programme
    name: str
    name_fr: str
    whose: str
    """Of whom, as in: of the European Union."""
    source: str
    codes: dict[str, str]

    @property
    def cites(self) -> Cite:
        """The agreement's instructions."""
        return cite(self.source)


def routes(of: Agreement) -> tuple[Route, ...]:
    """Write the seven routes of an agreement."""
    law, here = of.law, of.cites
    citizens = law.codes("citizens")
    services = law.codes("services")
    highest_teer = law.number("professionals.highest_teer", COUNT)
    supplier_years = law.number("contractual_service_supplier.years_of_experience", YEARS)
    months_with_firm = law.number("contractual_service_supplier.months_with_firm", MONTHS)
    independent_years = law.number("independent_professional.years_of_experience", YEARS)
    technologist_lowest = law.number("technologist.lowest_teer", COUNT)
    technologist_highest = law.number("technologist.highest_teer", COUNT)
    technologist_occupations = law.codes("technologist.occupations")
    months_with_group = law.number("months_with_group", MONTHS)
    limit = law.number("transferee_limit", MONTHS)

    citizen = shared.citizens(f"The worker is a citizen of {of.whose}", citizens, here)
    firm_abroad = shared.firm_abroad(f"The company that sends the worker is one of {of.whose}: a company elsewhere, such as in the "
                                     "United States, does not send under the agreement", citizens, cite(of.source, "Transferees"))  # fmt: skip
    contract = clause("There is a signed contract for the service with a client in Canada", job.service_contract, cites=here,
                      key="contract", party="employer")  # fmt: skip
    listed = clause("The service is one that the agreement opens (Annex 10-E; computer services are among them)",
                    any_of(services.has(job.noc), job.on_agreement_list), cites=cite(of.source, "Annex 10-E"), key="service")  # fmt: skip
    degree = clause("The worker holds a university degree, or what shows knowledge of the same level", shared.has_degree,
                    cites=here, key="degree")  # fmt: skip
    high = clause("The occupation is of TEER 0 or 1 (skill type 0 or level A before 16 November 2022)",
                  job.teer <= highest_teer, cites=here, key="level")  # fmt: skip
    firm = clause("The worker has been employed for a year or more by a firm from there that has no establishment in Canada",
                  all_of(employer.foreign_firm, employer.us_worker_months >= months_with_firm), cites=here, key="firm",
                  party="employer")  # fmt: skip
    twelve = reservation(
        "The stay is limited to twelve months in any twenty-four, or to the length of the contract", here
    )
    left = shared.time_left("Fewer than four and a half years have been spent in Canada on transfers, or a year of work abroad "
                            "has passed since", limit, here)  # fmt: skip

    def permit(
        key: str, title: str, title_fr: str, summary: str, *clauses: object, professional: bool = False
    ) -> Route:
        return law.route(
            key, f"{title} under {of.name}", title_fr=f"{title_fr} au titre de {of.name_fr}", kind=PERMIT,
            grants=Grants.WORK_FOR_EMPLOYER, party=WORKER, summary=f"Code {of.codes[key]}: {summary}", cites=(here, LAW),
            reservations=(*of_the_offer, twelve) if professional else of_the_offer,
            requires=all_of(citizen, has_employer, *clauses, portal_offer),  # type: ignore[arg-type]
        )  # fmt: skip

    return (
        permit("contractual_service_supplier", "Contractual service supplier", "Fournisseur de services contractuels",
               "up to twelve months in twenty-four, for a foreign firm's contract in Canada",
               firm, contract, listed, high, degree,
               clause("The worker has three years or more of experience in the field",
                      worker.years_in_profession >= supplier_years, cites=here, key="experience"),
               professional=True),
        permit("independent_professional", "Independent professional", "Professionnel indépendant",
               "up to twelve months in twenty-four, for the self-employed with a contract in Canada",
               clause("The worker is self-employed abroad", worker.self_employed_abroad, cites=here, key="self_employed"),
               contract, listed, high, degree,
               clause("The worker has six years or more of experience in the field",
                      worker.years_in_profession >= independent_years, cites=here, key="experience"),
               professional=True),
        permit("technologist", "Engineering or scientific technologist", "Technologue en génie ou en sciences",
               "up to a year; a program of three years after secondary school counts as the degree",
               clause("The occupation is of TEER 2 or 3", all_of(job.teer >= technologist_lowest,
                      job.teer <= technologist_highest), cites=here, key="level"),
               clause("The occupation is that of a technologist in engineering or science, as the agreement lists them",
                      any_of(technologist_occupations.has(job.noc), job.on_agreement_list), cites=here, key="occupation"),
               contract,
               clause("The worker completed three years or more of study after secondary school", shared.has_degree,
                      cites=here, key="degree"),
               clause("The worker has three years of experience and a year with the firm, or is self-employed with six years",
                      any_of(
                          all_of(employer.foreign_firm, employer.us_worker_months >= months_with_firm,
                                 worker.years_in_profession >= supplier_years),
                          all_of(worker.self_employed_abroad, worker.years_in_profession >= independent_years),
                      ), cites=here, key="experience"),
               professional=True),
        permit("intra_company_executive", "Transfer of an executive or senior manager",
               "Mutation d'un cadre dirigeant",
               "up to three years, then a year and a half; the spouse may have an open permit of the same length",
               firm_abroad, *shared.group(here, months_with_group), shared.executive(here), left),
        permit("intra_company_specialist", "Transfer of a specialist", "Mutation d'un spécialiste",
               "up to three years, then a year and a half; the spouse may have an open permit of the same length",
               firm_abroad, *shared.group(here, months_with_group), shared.specialist(here), left),
        permit("graduate_trainee", "Transfer of a graduate trainee", "Mutation d'un stagiaire diplômé",
               "up to a year, without extension",
               firm_abroad, *shared.group(here, months_with_group), degree),
        permit("investor", "Investor", "Investisseur", "a year at first", *shared.investor(here)),
    )  # fmt: skip
