-- A day that was put to the other side can be taken back before it is answered. A link for an answer cannot: the
-- columns it may write are listed with it.
ALTER TABLE "commitment_redating" ADD COLUMN "withdrawn_on" DATE;
ALTER TABLE "day_move" ADD COLUMN "withdrawn_on" DATE;
