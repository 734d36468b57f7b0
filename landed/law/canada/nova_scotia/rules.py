"""Nova Scotia: nominees through Express Entry who have worked in the province.

The Nova Scotia Nominee Program nominates under IRPR s. 87, in four streams since 18 February 2026. The one for Express
Entry is written here.
"""

from landed.expr import CAD, CLB, COUNT, MONTHS, WEEKS, YEARS, Meets, all_of, any_of, cite, clause
from landed.facts import job, worker
from landed.law.canada.provincial_nominee.tested import best_language
from landed.law.route import APPROVAL, WORKER, programme, reservation

law = programme(__name__)

months_in_province = law.number("express_entry.months_in_province", MONTHS)
skilled_teer = law.number("express_entry.skilled_teer", COUNT)
youngest = law.number("express_entry.youngest", YEARS)
oldest = law.number("express_entry.oldest", YEARS)
language = law.bands("express_entry.language", CLB, COUNT)

# What the procedure needs.
application_fee = law.number("application_fee", CAD)
preparation = law.number("preparation", WEEKS)
processing = law.number("processing", MONTHS)

NS = cite("NS", "Nova Scotia: Express Entry")

express_entry = law.route(
    "express_entry",
    "Nova Scotia nomination, Nova Scotia: Express Entry",
    title_fr="Désignation de la Nouvelle-Écosse, Entrée express",
    kind=APPROVAL,
    party=WORKER,
    summary="A nomination through Express Entry for workers with a year of skilled work in Nova Scotia.",
    cites=(NS, cite("IRPR", "s. 87")),
    reservations=(
        reservation("The province selects among expressions of interest; to be eligible is not to be selected", NS),
    ),
    requires=all_of(
        clause("The worker fits a class of Express Entry, and so may have the profile that the stream asks",
               any_of(Meets("canada.express_entry.federal_skilled_worker"),
                      Meets("canada.express_entry.canadian_experience_class"),
                      Meets("canada.express_entry.federal_skilled_trades")),
               cites=NS, key="express_entry_class"),
        clause("The job is in Nova Scotia", job.province.is_("NS"), cites=NS, key="province"),
        clause("The occupation is in TEER 0 to 3", job.teer <= skilled_teer, cites=NS, key="teer"),
        clause("The worker has worked in the province for a year", worker.province_work_months >= months_in_province,
               cites=NS, key="experience"),
        clause("The worker is from 21 to 55 years old", all_of(worker.age >= youngest, worker.age <= oldest), cites=NS,
               key="age"),
        clause("The worker has the language level for the occupation",
               best_language >= language[job.teer], cites=NS, key="language"),
    ),
)  # fmt: skip
