"""Family members in Canadian law: until when a child comes along as a dependant.

IRPR s. 1(3) and 2. The age is Canada's own: under 22 since 24 October 2017. The age at which a child falls out of a
parent's status or petition in the United States (21) is another rule, and neither says anything of the other.
"""

from landed.expr import DAYS, YEARS, Constant, Today, all_of, cite, clause, later
from landed.facts import worker
from landed.law.route import CLOCK, WORKER, programme, reservation

law = programme(__name__)

age = law.number("dependent_child.age", YEARS)

S2 = cite("IRPR", "s. 2, dependent child")

born = worker.oldest_child_under_22_birth_date
last_day = later(born, age) - Constant(1, DAYS)

dependent_child = law.route(
    "dependent_child",
    "Canada: the child next to outgrow the family as a dependant",
    title_fr="Canada : l'enfant qui sera le prochain à ne plus être à charge",
    kind=CLOCK,
    party=WORKER,
    summary="For Canada a child comes along as a dependant while under 22. The age that counts is that on the day on "
    "which the application for permanent residence is made (the lock-in): an application made in time keeps the child "
    "in, whatever the time of the decision. The U.S. age of 21 plays no part.",
    cites=(S2,),
    runs_out=last_day,
    after="The child is 22: in an application for permanent residence made from now on the child is no dependant, and "
    "needs a route of its own.",
    reservations=(
        reservation("The child has no spouse or partner", S2),
        reservation("A child of 22 or more who has depended on the parents since before that age because of a physical or "
                    "mental condition stays a dependant", S2),
        reservation("Which day locks the age in, for applications that begin with a province or with Quebec, is not "
                    "written here", cite("IRPR", "s. 25.1")),
    ),
    requires=all_of(
        clause("There is a child under the age", born <= Today(), cites=S2, key="child"),
        clause("The child is under the age on the day", Today() <= last_day, cites=S2, key="under_age"),
    ),
)  # fmt: skip
