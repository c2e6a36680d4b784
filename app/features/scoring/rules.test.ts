import { describe, expect, it } from "vitest";
import { rules } from "./rules/index.ts";

// The list of docs/method.md 3, apart from the code: an indicator’s side, speed, tau and the actions it is evidence on.
const TABLE = `
R1 recognition * each   slow 30 record C1.1 C4.3
R2 recognition - each   mid  -  record C1.1 P5.1
R3 recognition - each   slow 30 record C1.4 P1.2 C2.4
R4 recognition - each   slow 30 record C1.1 P4.2
R5 recognition - each   slow 30 record C1.2 C4.2 C4.3
T1 trust       * each   slow 30 record C2.2
T2 trust       - each   mid  -  record C3.1 P2.4
T3 trust       - each   slow 30 record C2.4
T4 trust       - each   slow 14 record C2.2 C3.3
T5 trust       - joint  slow -  area   C2.5
D1 dialogue    - joint  fast -  area   C3.1 P1.2 P2.4 P2.5 P3.1
D2 dialogue    * each   mid  14 record C3.3 P1.1
D3 dialogue    - joint  mid  14 record C3.1
D4 dialogue    - each   mid  -  record C3.3
D5 dialogue    - each   mid  14 record C3.2 C3.3
F1 flexibility - each   slow 14 record C4.2 C4.3 C4.4
F2 flexibility - joint  slow 60 record C2.5 C4.4
F3 flexibility - joint  mid  28 record C3.1
F4 flexibility * each   slow 30 record C2.2 C4.1 P4.1
F5 flexibility - each   slow 30 record C4.5
F6 flexibility - each   slow 60 record C4.1 P4.1
A1 ownership   * each   slow 30 record C2.3 P2.1 P2.2
A2 ownership   - joint  mid  -  record C1.3
A3 ownership   - joint  slow -  record C5.1 P5.1
A4 ownership   - each   slow 30 record P5.1
A5 ownership   - each   slow -  record C5.3
A6 ownership   - joint  slow 30 record C5.1 C5.2 P1.3
A7 ownership   - council slow - record C5.4 C5.1
P  every       - each   mid  -  area   C1.1 C1.2 C1.3 C2.1 C2.2 C3.1 C3.3 C4.1 C4.5 C5.2 C5.3 P1.1 P3.2 P4.1
`;

const lines = TABLE.trim()
  .split("\n")
  .map((line) => line.split(/\s+/));

describe("the indicators", () => {
  it("are those of the list, in its order", () => {
    expect(rules.map(({ id }) => id)).toEqual(lines.map(([id]) => id));
  });

  it.each(rules)("$id is as the list has it, and says what it shows", (rule) => {
    const { id, component, anchor, split, halfLife, tau, scope, actions, name, shows } = rule;
    const first = [id, component, anchor ? "*" : "-", split === "each side" ? "each" : split];
    expect([...first, halfLife, String(tau ?? "-"), scope, ...actions]).toEqual(
      lines.find(([listed]) => listed === id),
    );
    expect(name).toMatch(/^[A-Z][^.]+$/);
    expect(shows).toMatch(/^(Whether|How) .*\.$/);
  });
});
