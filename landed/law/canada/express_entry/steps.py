"""What the procedure of Express Entry needs: fees by the family, times, and when a step is taken."""

from landed.expr import CAD, DAYS, MONTHS, all_of, least, not_, total
from landed.facts import worker
from landed.law.canada.express_entry.persons import with_spouse
from landed.law.route import programme

law = programme(__package__)

processing_fee = law.number("fee.processing", CAD)
spouse_fee = law.number("fee.spouse", CAD)
child_fee = law.number("fee.child", CAD)
residence_fee = law.number("fee.right_of_permanent_residence", CAD)
biometrics_one = law.number("fee.biometrics", CAD)
biometrics_most = law.number("fee.biometrics_family", CAD)
biometrics_family = least(total(biometrics_one, biometrics_one), biometrics_most)
medical_fee = law.number("fee.medical", CAD)
medical_first = law.flag("medical.before_applying")
medical_later = not_(medical_first)

biometrics_period = law.number("biometrics.period", DAYS)
invitation_wait = law.number("invitation.wait", DAYS)
preparation = law.number("preparation", DAYS)
test_wait = law.number("language_test.wait", DAYS)
assessment_wait = law.number("assessment.wait", DAYS)
processing_standard = law.number("processing.standard", MONTHS)
processing_fsw = law.number("processing.federal_skilled_worker", MONTHS)
processing_cec = law.number("processing.canadian_experience_class", MONTHS)
processing_fst = law.number("processing.federal_skilled_trades", MONTHS)

spouse_comes = with_spouse
alone = not_(with_spouse)
has_children = worker.children_count >= 1
needs_assessment = not_(worker.education_assessed)
needs_test = all_of(worker.english.clb <= 0, worker.french.clb <= 0)
