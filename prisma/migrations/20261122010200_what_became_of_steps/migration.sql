-- What became of a step: the likely range beside the figure of the day it was answered, and whether the answer was
-- taken back. One that another answer took the place of has ended too, and is still part of what was done.
ALTER TABLE "action_state" ADD COLUMN "component_lo" DOUBLE PRECISION,
ADD COLUMN "component_hi" DOUBLE PRECISION,
ADD COLUMN "taken_back_on" DATE;
