"""Family of workers in the United States: the age at which a child falls out of a parent's status.

An unmarried child follows the parent's status (H-4, L-2, TD and the like) while under 21. The age is that of the United
States alone; the Canadian one, `canada.family`, is another. What a spouse or a child may do in such a status is not written here.
"""

from landed.expr import DAYS, YEARS, Constant, Today, all_of, cite, clause, later
from landed.facts import worker
from landed.law.route import CLOCK, WORKER, programme, reservation

law = programme(__name__)

age = law.number("child.age", YEARS)

AGE = cite("VSERVE")

born = worker.oldest_child_under_21_birth_date
last_day = later(born, age) - Constant(1, DAYS)

child = law.route(
    "child",
    "The United States: the child next to turn 21",
    title_fr="États-Unis : l'enfant qui atteindra le prochain 21 ans",
    kind=CLOCK,
    party=WORKER,
    summary="In the United States a child keeps a status that follows the parent's until the day before the 21st birthday. The "
    "Canadian age of 22 plays no part.",
    cites=(AGE,),
    runs_out=last_day,
    after="The child is 21: the status that followed the parent's is over, and one of the child's own (F-1 for studies, as a "
    "rule) must have been asked for before.",
    reservations=(
        reservation("The child is not married", AGE),
        reservation("In a green card case the Child Status Protection Act can take days off the age, once a number is "
                    "available: it is not worked out here", AGE),
        reservation("A change to a status of the child's own is best asked for well ahead; a journey while it is pending gives it up", AGE),
    ),
    requires=all_of(
        clause("The case says that the worker is in a nonimmigrant status of the United States", worker.us_status.nonimmigrant_stated,
               cites=AGE, key="nonimmigrant"),
        clause("There is a child under the age", born <= Today(), cites=AGE, key="child"),
        clause("The child is under the age on the day", Today() <= last_day, cites=AGE, key="under_age"),
    ),
)  # fmt: skip
