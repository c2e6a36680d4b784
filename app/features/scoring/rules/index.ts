import type { Rule } from "../rule.ts";
import { A1 } from "./A1.ts";
import { A2 } from "./A2.ts";
import { A3 } from "./A3.ts";
import { A4 } from "./A4.ts";
import { A5 } from "./A5.ts";
import { A6 } from "./A6.ts";
import { A7 } from "./A7.ts";
import { D1 } from "./D1.ts";
import { D2 } from "./D2.ts";
import { D3 } from "./D3.ts";
import { D4 } from "./D4.ts";
import { D5 } from "./D5.ts";
import { F1 } from "./F1.ts";
import { F2 } from "./F2.ts";
import { F3 } from "./F3.ts";
import { F4 } from "./F4.ts";
import { F5 } from "./F5.ts";
import { F6 } from "./F6.ts";
import { P } from "./P.ts";
import { R1 } from "./R1.ts";
import { R2 } from "./R2.ts";
import { R3 } from "./R3.ts";
import { R4 } from "./R4.ts";
import { R5 } from "./R5.ts";
import { T1 } from "./T1.ts";
import { T2 } from "./T2.ts";
import { T3 } from "./T3.ts";
import { T4 } from "./T4.ts";
import { T5 } from "./T5.ts";

/** Every indicator there has been, in the order shown. A method names the ones it uses. */
export const rules: readonly Rule[] = [
  R1,
  R2,
  R3,
  R4,
  R5,
  T1,
  T2,
  T3,
  T4,
  T5,
  D1,
  D2,
  D3,
  D4,
  D5,
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  A1,
  A2,
  A3,
  A4,
  A5,
  A6,
  A7,
  P,
];
