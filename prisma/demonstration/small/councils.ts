import type { Tier } from "~/features/organisations/organisation";

/** Invented councils: enough of each type that no one of them stands out in what is told of areas. */
export const COUNCILS = [
  { name: "Brackmere District Council", shortName: "Brackmere District", tier: "district" },
  { name: "Ollerwyke District Council", shortName: "Ollerwyke District", tier: "district" },
  { name: "Thistlecombe District Council", shortName: "Thistlecombe District", tier: "district" },
  { name: "Pellbury Borough Council", shortName: "Pellbury Borough", tier: "district" },
  { name: "Dunnaby District Council", shortName: "Dunnaby District", tier: "district" },
  { name: "Marlowick Council", shortName: "Marlowick Council", tier: "unitary" },
  { name: "Sandrigg City Council", shortName: "Sandrigg City", tier: "unitary" },
  { name: "Tillermouth Council", shortName: "Tillermouth Council", tier: "unitary" },
  { name: "Ivelcaster Council", shortName: "Ivelcaster Council", tier: "unitary" },
  { name: "Hexhollow Metropolitan Borough Council", shortName: "Hexhollow Borough", tier: "metropolitan" },
  { name: "Corriedon Metropolitan Borough Council", shortName: "Corriedon Borough", tier: "metropolitan" },
  { name: "Vexford City Council", shortName: "Vexford City", tier: "metropolitan" },
  { name: "London Borough of Fennimore", shortName: "Fennimore Borough", tier: "london_borough" },
  { name: "London Borough of Rookhampton", shortName: "Rookhampton Borough", tier: "london_borough" },
  { name: "Yarrowshire County Council", shortName: "Yarrowshire County", tier: "county" },
  { name: "Wolderland County Council", shortName: "Wolderland County", tier: "county" },
  { name: "Kestlemarch County Council", shortName: "Kestlemarch County", tier: "county" },
] as const satisfies readonly { name: string; shortName: string; tier: Tier }[];

/** The area whose history is told by commands, with its council; the others follow its pattern. */
export const PATTERN = { area: "Tenter Fold", council: 4 } as const;
