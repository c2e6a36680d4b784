-- The community has one named lead for all its councils: theirs is of the area and of no one relationship.
ALTER TABLE appointment DROP CONSTRAINT appointment_lead;
ALTER TABLE appointment ADD CONSTRAINT appointment_lead CHECK (NOT is_lead OR area_id IS NOT NULL);
