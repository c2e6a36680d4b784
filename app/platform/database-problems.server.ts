/** Whether the database refused a write by the constraint of that name; our triggers name theirs as well. */
export function isConstraint(error: unknown, name: string): boolean {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 5; depth++) {
    if (describes(at, name)) return true;
    at =
      (at as { cause?: unknown }).cause ??
      (at as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  }
  return false;
}

function describes(error: object, name: string): boolean {
  const { constraint, message } = error as { constraint?: unknown; message?: unknown };
  if (constraint === name) return true;
  const words = WORDS[name];
  return (
    typeof message === "string" &&
    (message.includes(name) || (words !== undefined && message.includes(words)))
  );
}

/** What our own triggers say; the driver adapter passes on the message and drops the constraint's name. */
const WORDS: Record<string, string> = {
  link_person_own: "not one of theirs",
  user_email_key: "this address has an account already",
  user_person_id_key: "another account is that person",
  membership_one_side: "an account is on one side of an area",
  membership_side_fits: "the side does not fit the organisation",
};
