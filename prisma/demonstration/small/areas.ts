/** Why a small area is not set beside others; null: it is. */
export type Lack = "consent" | "withdrawn" | "stale" | "thin" | "check-in" | null;

/** A small area: its council's place in the list of councils, what is known of it, and how long it has recorded. */
export type SmallArea = {
  readonly name: string;
  readonly council: number;
  readonly ruralUrban: string | null;
  readonly region: string | null;
  readonly deprivation: number | null;
  readonly months: number;
  /** How much better it fares since the last quarter but one began, of 1. */
  readonly turn: number;
  readonly lack: Lack;
};

const RURAL_URBAN = { u: "Urban", w: "Urban with rural areas", r: "Rural", "-": null } as const;
const REGIONS = {
  n: "Invented North",
  m: "Invented Middle",
  s: "Invented South",
  c: "Invented Coast",
  "-": null,
} as const;

// Name, council, rural or urban, region, fifth of deprivation (0: not known), months, then the turn or what it lacks.
const FAIR = `
Cobbler’s Reach,0,r,n,2,31
Nettlebank,0,r,n,3,18
Upper Quenby,0,w,n,2,9
Osier Green,1,r,m,4,26
Mallowdene,1,w,m,1,14
Throstle Hill,1,r,m,0,38
Pinfold Cross,2,r,s,3,22
Larkmead End,2,r,s,2,7
Saltern Row,3,w,c,1,29
Priddle Marsh,3,r,c,2,12,+0.34
Wickenshaw,3,w,c,2,35
Hobbin Street,4,r,n,1,16
Dray Yard,4,w,n,2,24
Amberley Stairs,5,u,m,1,40
Ferrous Lane,5,u,m,1,11
Kiln Common,5,w,m,2,27
Gannet Parade,6,u,c,1,33
Bellrope Square,6,u,c,1,20
Stevedore Walk,6,w,c,2,8
Wherry Bank,7,w,c,2,15
Lobster Pot Hill,7,u,c,1,28
Tarpaulin Quay,7,u,c,3,36,-0.34
Old Ropewalk,8,w,s,2,23
Foxglove Estate,8,u,s,1,10
Spindle Fields,9,u,n,1,39
Carding Mills,9,u,n,1,21
Bobbin Top,9,u,n,2,13
Shuttle Gate,10,u,n,1,30
Furnace Green,10,u,n,1,17
Anvil Terrace,10,u,n,2,25
Coldharbour Flats,11,u,m,1,8
Tinker’s Meadow,11,u,m,1,34
Sixpenny Gardens,12,u,s,1,19
Lamplighter Way,12,u,s,2,37
Paviour’s Court,13,u,s,1,12
Chandlery Park,13,u,s,0,26
Threshing Floor,14,r,s,3,32
Dovecote Villages,15,r,m,4,14
Bittern Fen,15,r,m,3,22
Windrow Parishes,16,r,c,0,9`;
const LACKING = `
Hollin Bottoms,1,r,m,2,19,consent
Crabtree Steps,6,u,c,1,25,withdrawn
Slate Row,8,w,s,2,38,stale
Mudlark Stairs,13,-,s,1,10,thin
Ninepin Close,10,u,n,1,28,check-in`;

/** Every small area but the pattern: forty to be set beside each other, and five that lack something for it. */
export const SMALL_AREAS: readonly SmallArea[] = [
  ...FAIR.trim().split("\n"),
  ...LACKING.trim().split("\n"),
].map(readLine);

function readLine(line: string): SmallArea {
  const [name = "", council, ruralUrban = "-", region = "-", deprivation, months, more = ""] =
    line.split(",");
  const turns = /^[+-]/.test(more);
  return {
    name,
    council: Number(council),
    ruralUrban: RURAL_URBAN[ruralUrban as keyof typeof RURAL_URBAN],
    region: REGIONS[region as keyof typeof REGIONS],
    deprivation: Number(deprivation) || null,
    months: Number(months),
    turn: turns ? Number(more) : 0,
    lack: turns || more === "" ? null : (more as Lack),
  };
}
