/** What stands on a page for a column whose own name says little: the file keeps the names of the tables. */
export const KEPT_WORDS: Readonly<Record<string, string>> = {
  At: "When",
  "Binned at": "Put in the bin",
  "By on": "By which day",
  "By side": "By which side",
  "Cabinet post": "Post in the cabinet",
  "Check id": "Which check of the partnership",
  "Checked on": "Last checked that they are in post",
  "Client address": "The network it came from",
  Command: "What was done",
  "Contested on": "Disputed since",
  "Created at": "Written down",
  Data: "What the log keeps of it",
  "Deactivated at": "Account closed",
  Demo: "An account of the demonstration",
  "Due on": "Due",
  "Effective on": "First day of whoever follows",
  "Email verified": "The e-mail address was tried",
  "Ends on": "First day after the end",
  "Erased at": "Personal details erased",
  "Expires at": "Ends",
  "Held by": "Whose it is now",
  Image: "Picture",
  "Ip address": "The network it came from",
  "Is draft": "A draft",
  "Is lead": "Named lead",
  "Last day": "Last day it opens anything",
  "Last used at": "Used last",
  "Last used on": "Used last",
  "Lead filled on": "Somebody followed as lead",
  "May write": "May write",
  "Occurred on": "The day it is about",
  "Only research": "For published research alone",
  "Opened by other": "The other side has opened it",
  "Poll on": "Day of the poll",
  Prefix: "How it begins",
  "Provider id": "Way of signing in",
  "Recorded at": "Written down",
  Revision: "Times it was saved",
  "Starts on": "From",
  "Subject type": "About what",
  "Told on": "Told on",
  "Updated at": "Changed last",
  "User agent": "The browser",
  Via: "By what",
  "Void asked on": "Asked not to count",
  "Void reason": "Why it is not to count",
  "Voided on": "Does not count since",
};

const CHOICE = /^[a-z]+(_[a-z]+)+$/;

/** A value in words: yes or no, and a choice without its underlines. Days and instants are the page's to write. */
export function keptValue(value: unknown): string {
  if (value === true) return "Yes";
  if (value === false) return "No";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "string") return typeof value === "object" ? JSON.stringify(value) : String(value);
  return CHOICE.test(value) ? value.replaceAll("_", " ") : value;
}
