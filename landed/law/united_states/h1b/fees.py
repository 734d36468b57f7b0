"""What an H-1B petition costs, who the fees spare, and the payment of the proclamation of 2025.

INA 214(c)(9) and (12); 8 CFR 106.2, 106.4; P.L. 114-113, division O, section 402; Proclamations 10973 and 11069. All are
the employer's. Whether the payment is asked at all is kept apart from the proclamation behind it: courts stopped the
collecting, and may let it go on.
"""

from landed.expr import DAY, DAYS, PERSONS, USD, Constant, Today, all_of, any_of, given, not_
from landed.expr.leaves import Meets
from landed.facts import employer, job, worker
from landed.law.route import programme

law = programme("landed.law.united_states.h1b.rules")

small_employer = law.number("fees.small_employer", PERSONS)
registration_fee = law.number("fees.registration", USD)
_i129 = law.number("fees.i129", USD)
_i129_small = law.number("fees.i129_small", USD)
_training = law.number("fees.training", USD)
_training_small = law.number("fees.training_small", USD)
_asylum = law.number("fees.asylum_program", USD)
_asylum_small = law.number("fees.asylum_program_small", USD)
fraud_fee = law.number("fees.fraud", USD)
_mostly_h1b = law.number("fees.mostly_h1b", USD)
_mostly_h1b_extensions = law.flag("fees.mostly_h1b_on_extensions")
premium_fee = law.number("fees.premium", USD)

small = employer.fte_employees <= small_employer
base_fee = given(any_of(small, employer.nonprofit), _i129_small, _i129)
training_fee = given(not_(employer.acwia_exempt), given(small, _training_small, _training), 0)
training_extension_fee = given(job.us_first_extension, training_fee, 0)
training_beyond_fee = given(job.us_new_employer_files, training_fee, training_extension_fee)
asylum_fee = given(not_(employer.nonprofit), given(small, _asylum_small, _asylum), 0)
mostly_h1b_fee = given(employer.mostly_h1b, _mostly_h1b, 0)
mostly_h1b_extension_fee = given(all_of(_mostly_h1b_extensions, employer.mostly_h1b), _mostly_h1b, 0)
mostly_h1b_beyond_fee = given(job.us_new_employer_files, mostly_h1b_fee, mostly_h1b_extension_fee)
fraud_beyond_fee = given(job.us_new_employer_files, fraud_fee, 0)

entry_payment = law.number("entry_payment.amount", USD)
entry_payment_collected = law.flag("entry_payment.collected")
proclamation = law.flag("entry_payment.proclamation")

_holds_h1b_visa = all_of(
    worker.us_status.first_h1b_admission <= Today(), worker.us_status.visa_stamp_expires >= Today()
)
entry_payment_covers = any_of(
    all_of(not_(worker.in_united_states), not_(_holds_h1b_visa)),
    job.us_consular_notice,
)
"""The petition is for someone abroad without a valid H-1B visa, or asks for a visa rather than a change of status."""
entry_payment_due = given(all_of(entry_payment_collected, entry_payment_covers), entry_payment, 0)

_filing_opens = law.number("season.filing_opens", DAY)
_work_starts = law.number("season.work_starts", DAY)
_opens_for_selection = law.bands("season.filing_opens_for_selection", DAY, by=DAY)
_starts_for_selection = law.bands("season.work_starts_for_selection", DAY, by=DAY)
_none = Constant(0, DAYS)
petition_filed = all_of(
    worker.us_status.pending_petition_stated,
    worker.us_status.pending_petition.kind.is_("cap"),
    worker.us_status.pending_petition.filed <= Today(),
)
"""The petition under the cap is filed already and pending, and the case tells of it."""
petition_to_file = not_(petition_filed)
# The season is that of the petition that is filed, or of the selection where its days to file are told; else that of the
# calendar year.
_season = given(petition_filed, worker.us_status.pending_petition.filed, worker.us_status.h1b_file_until)
_told = any_of(petition_filed, worker.us_status.h1b_file_until_stated)
_until_filing = given(_told, _opens_for_selection[_season], _filing_opens) - Today()
_until_start = given(_told, _starts_for_selection[_season], _work_starts) - Today()
days_to_filing = given(_until_filing > 0, _until_filing, _none)
days_to_start = given(_until_start > 0, _until_start, _none)

carries_on_from_training = all_of(
    worker.us_status.class_.is_("F-1 OPT", "F-1 STEM OPT"),
    worker.in_united_states,
    any_of(
        all_of(
            petition_to_file,
            not_(job.us_consular_notice),
            worker.us_status.opt_ends >= Today() + days_to_filing,
        ),
        all_of(petition_filed, Meets("united_states.opt.cap_gap")),
    ),
)
"""The petition can be filed with a change of status while practical training lasts, or was, and the cap-gap still runs."""
