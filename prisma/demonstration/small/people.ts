/** The people of the pattern, by what they are; each area has others in their place. */
export const PEOPLE = {
  chair: "Odette Farrow",
  secretary: "Bram Tulliver",
  treasurer: "Ines Holloway-Pike",
  member: "Tobias Wren",
  helper: "Marguerite Sands",
  neighbour: "Callum Ferris",
  liaison: "Rhona Castell",
  officer: "Edwin Marlow",
  manager: "Philippa Drage",
  clerk: "Silas Penrose",
  ward: "Cllr Winifred Oakes",
  front: "Desmond Tate",
} as const;

export type Part = keyof typeof PEOPLE;

const GIVEN = [
  "Alba",
  "Barnaby",
  "Clemency",
  "Dorian",
  "Elspeth",
  "Fergus",
  "Greta",
  "Hamish",
  "Imelda",
  "Jolyon",
  "Kezia",
  "Lorcan",
  "Mirren",
  "Nestor",
  "Ottilie",
  "Piers",
  "Queenie",
  "Rufus",
  "Saskia",
  "Thaddeus",
  "Ursula",
  "Verity",
  "Wilfred",
  "Xanthe",
  "Yorick",
  "Zelda",
  "Anselm",
  "Beatrix",
  "Cosmo",
  "Delphine",
  "Evander",
  "Flora",
  "Gideon",
  "Hester",
  "Ivo",
  "Juno",
] as const;
const FAMILY = [
  "Ashgrove",
  "Birdsall",
  "Crowhurst",
  "Dunmore",
  "Eastlake",
  "Fairweather",
  "Gossage",
  "Hathersage",
  "Inchbald",
  "Jessop",
  "Kettlewell",
  "Lightbown",
  "Mossop",
  "Netherwood",
  "Oldroyd",
  "Pargeter",
  "Quill",
  "Rainbird",
  "Stonebridge",
  "Thornber",
  "Underhill",
  "Vallance",
  "Winterbourne",
  "Yardley",
  "Applegarth",
  "Bellwether",
  "Copperfield",
  "Dewhurst",
  "Elderkin",
] as const;

/** A name for everybody of the pattern in the area of that number: no two areas have the same person. */
export function namesIn(area: number): Record<Part, string> {
  const parts = Object.keys(PEOPLE) as Part[];
  return Object.fromEntries(
    parts.map((part, index) => {
      const number = area * parts.length + index;
      const given = GIVEN[number % GIVEN.length];
      const family = FAMILY[(number * 7 + Math.floor(number / GIVEN.length)) % FAMILY.length];
      return [part, `${part === "ward" ? "Cllr " : ""}${given} ${family}`];
    }),
  ) as Record<Part, string>;
}
