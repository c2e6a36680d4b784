import type { ActionRule } from "../action";
import { C1_1 } from "./C1.1";
import { C1_4 } from "./C1.4";
import { C2_2 } from "./C2.2";
import { C2_4 } from "./C2.4";
import { C3_1 } from "./C3.1";
import { C3_3 } from "./C3.3";
import { C5_4 } from "./C5.4";
import { P1_2 } from "./P1.2";
import { P1_3 } from "./P1.3";
import { P2_4 } from "./P2.4";
import { P2_5 } from "./P2.5";
import { P3_1 } from "./P3.1";
import { P3_2 } from "./P3.2";
import { P3_3 } from "./P3.3";
import { P5_2 } from "./P5.2";

/** Every recommended action whose records there are, one a file. */
export const actionRules: readonly ActionRule[] = [
  C1_1,
  C1_4,
  C2_2,
  C2_4,
  C3_1,
  C3_3,
  C5_4,
  P1_2,
  P1_3,
  P2_4,
  P2_5,
  P3_1,
  P3_2,
  P3_3,
  P5_2,
];
