import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INVITATION_DAYS } from "~/features/identity/invitation";
import { BIN_DAYS, RETENTION } from "~/features/retention/schedule";
import { privacyStatement } from "~/features/statements/privacy";

const parts = privacyStatement(null).flatMap(({ heading, parts }) =>
  parts.flat().map((text) => ({ heading, text })),
);
const told = (pattern: RegExp) => parts.find(({ text }) => pattern.test(text))?.text ?? "";
const daysOf = (rule: string) => RETENTION.map((one) => (one.id === rule && "days" in one ? one.days : 0));

test("every cookie this tracker sets is told of", () => {
  const set = ["features/identity", "platform"]
    .flatMap((folder) =>
      readdirSync(`app/${folder}`, { recursive: true, encoding: "utf8" }).map(
        (file) => `app/${folder}/${file}`,
      ),
    )
    .filter((file) => file.endsWith(".server.ts"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(
        /(?:signedCookie\(|COOKIE = )"common-ground(?<name>\.[a-z_]+)"/g,
      ),
    ]);
  const names = new Set(set.map(({ groups }) => groups?.name ?? ""));
  expect(names.size).toBeGreaterThan(6);
  const list = parts
    .filter(({ heading }) => heading.startsWith("Cookies"))
    .map(({ text }) => text)
    .join(" ");
  expect([...names].filter((name) => !list.includes(name))).toEqual([]);
});

test("how long things stay is told as the schedule has it", () => {
  expect(told(/what is put in the bin/i)).toContain(`for ${BIN_DAYS} days`);
  expect(told(/^A sign-in ends/)).toContain(`holds for ${INVITATION_DAYS} days`);
  expect(told(/^A sign-in ends/)).toContain(`deleted ${Math.max(...daysOf("invitations"))} days after`);
  expect(told(/^A sign-in ends/)).toContain(`deleted ${Math.max(...daysOf("sessions"))} days later`);
  expect(told(/^Sign-ins, failed tries/)).toContain("two years");
  expect(Math.max(...daysOf("sign-ins"))).toBe(2 * 365);
});
