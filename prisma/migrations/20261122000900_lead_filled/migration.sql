-- A named lead whose post ended stays marked, as the place they left: this is the day somebody else was named for it.
ALTER TABLE "appointment" ADD COLUMN "lead_filled_on" DATE;
