/** The password of every account of the demonstration place. */
export const DEMO_PASSWORD = "common-ground-demo";

/** The demonstration's accounts, in the order the first page offers them. */
export const DEMO_ACCOUNTS = [
  { email: "chair@millbrook.example", name: "Amina Yusuf", what: "Chair of the Millbrook Rise partnership" },
  { email: "worker@millbrook.example", name: "Joe Pickering", what: "Project worker in Millbrook Rise" },
  {
    email: "resident@millbrook.example",
    name: "Dot Hargreaves",
    what: "Resident of Millbrook Rise, reads along",
  },
  { email: "rep@programme.example", name: "Sunil Rao", what: "Representative supporting Millbrook Rise" },
  {
    email: "officer@borough.example",
    name: "Helen Marsh",
    what: "Borough council officer for Millbrook Rise",
  },
  { email: "clerk@borough.example", name: "Peter Lang", what: "Borough council democratic services" },
  { email: "councillor@borough.example", name: "Cllr Grace Obi", what: "Borough councillor for Millbrook" },
  {
    email: "officer@county.example",
    name: "Tom Whitfield",
    what: "County council officer for Millbrook Rise",
  },
  { email: "lead@county.example", name: "Ruth Adeyemi", what: "County council lead for Millbrook Rise" },
  { email: "chair@harbour.example", name: "Maureen Fish", what: "Chair of the Harbour End partnership" },
  { email: "liaison@unitary.example", name: "Daniel Cole", what: "Unitary council liaison for Harbour End" },
  { email: "researcher@university.example", name: "Dr Ines Carvalho", what: "Researcher" },
  { email: "admin@programme.example", name: "Programme office", what: "Programme admin" },
  { email: "admin2@programme.example", name: "Programme office (second)", what: "For what needs two admins" },
] as const;
