-- The day on which the promiser entered that the other side was told. Where it lies after told_on, the other side may
-- correct told_on when it confirms.
ALTER TABLE commitment ADD COLUMN told_said_on DATE;
