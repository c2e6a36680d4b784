import type { ActionRule } from "../action";
import { C1_1 } from "./C1.1";
import { C1_2 } from "./C1.2";
import { C1_3 } from "./C1.3";
import { C1_4 } from "./C1.4";
import { C2_1 } from "./C2.1";
import { C2_2 } from "./C2.2";
import { C2_3 } from "./C2.3";
import { C2_4 } from "./C2.4";
import { C2_5 } from "./C2.5";
import { C3_1 } from "./C3.1";
import { C3_2 } from "./C3.2";
import { C3_3 } from "./C3.3";
import { C4_1 } from "./C4.1";
import { C4_2 } from "./C4.2";
import { C4_3 } from "./C4.3";
import { C4_4 } from "./C4.4";
import { C4_5 } from "./C4.5";
import { C5_1 } from "./C5.1";
import { C5_2 } from "./C5.2";
import { C5_3 } from "./C5.3";
import { C5_4 } from "./C5.4";
import { P1_1 } from "./P1.1";
import { P1_2 } from "./P1.2";
import { P1_3 } from "./P1.3";
import { P2_1 } from "./P2.1";
import { P2_2 } from "./P2.2";
import { P2_3 } from "./P2.3";
import { P2_4 } from "./P2.4";
import { P2_5 } from "./P2.5";
import { P3_1 } from "./P3.1";
import { P3_2 } from "./P3.2";
import { P3_3 } from "./P3.3";
import { P4_1 } from "./P4.1";
import { P4_2 } from "./P4.2";
import { P5_1 } from "./P5.1";
import { P5_2 } from "./P5.2";
import { P5_3 } from "./P5.3";

/** Every recommended action of the framework, one a file. */
export const actionRules: readonly ActionRule[] = [
  C1_1,
  C1_2,
  C1_3,
  C1_4,
  C2_1,
  C2_2,
  C2_3,
  C2_4,
  C2_5,
  C3_1,
  C3_2,
  C3_3,
  C4_1,
  C4_2,
  C4_3,
  C4_4,
  C4_5,
  C5_1,
  C5_2,
  C5_3,
  C5_4,
  P1_1,
  P1_2,
  P1_3,
  P2_1,
  P2_2,
  P2_3,
  P2_4,
  P2_5,
  P3_1,
  P3_2,
  P3_3,
  P4_1,
  P4_2,
  P5_1,
  P5_2,
  P5_3,
];
