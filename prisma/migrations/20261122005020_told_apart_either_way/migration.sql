-- Which of the two comes first is for the command to say; the pair is unique as it writes it.
ALTER TABLE told_apart DROP CONSTRAINT told_apart_once;
