"""Applications for permanent residence: what all of them cost, and the published times.

IRPR s. 295(1) (processing), 303 (right of permanent residence), 315.1 (biometrics). Fees follow prices every second
30 April since 2022 (s. 294(d), 303(1.1)); the fee is that of the day on which the application is received.
"""

from landed.expr import CAD, MONTHS, YEARS, Today, any_of, cite, given, later, total
from landed.facts import worker
from landed.law.canada.express_entry.persons import with_spouse
from landed.law.route import programme, reservation

law = programme(__name__)

not_yet_resident = reservation(
    "Only a foreign national becomes a permanent resident: who is one already, or a citizen of Canada, has nothing to apply for",
    cite("IRPA", "s. 2(1), 12(2), 21(1)"),
    unless=any_of(worker.citizenships.overlap("CA"), worker.canada.landed_on <= Today()),
)
"""For every application for permanent residence."""

principal_fee = law.number("fee.principal", CAD)
business_principal_fee = law.number("fee.business_principal", CAD)
_partner = law.number("fee.partner", CAD)
_child = law.number("fee.child", CAD)
_right = law.number("fee.right_of_permanent_residence", CAD)
_biometrics_one = law.number("fee.biometrics_one", CAD)
_biometrics_family = law.number("fee.biometrics_family", CAD)
_biometrics_from = law.number("biometrics.from_age", YEARS)

_MOST_CHILDREN_COUNTED = 8

partner_fee = given(with_spouse, _partner, 0)
"""Of a spouse or partner who comes along; a citizen or permanent resident of Canada applies for nothing."""
children_fee = total(
    *(given(worker.children_coming >= nth, _child, 0) for nth in range(1, _MOST_CHILDREN_COUNTED + 1))
)
right_fee = total(_right, given(with_spouse, _right, 0))
"""The right of permanent residence, for each adult; dependent children pay none."""
biometrics_fee = given(
    any_of(with_spouse, later(worker.oldest_child_coming_birth_date, _biometrics_from) <= Today()),
    _biometrics_family,
    _biometrics_one,
)
"""Of each who comes along, from the age of 14 to 79; with a family at most the family's amount, which two reach."""

express_entry_standard = law.number("processing.express_entry_standard", MONTHS)
express_entry_slowest = law.number("processing.express_entry_slowest", MONTHS)
nominee_standard = law.number("processing.nominee_standard", MONTHS)
nominee_slowest = law.number("processing.nominee_slowest", MONTHS)
