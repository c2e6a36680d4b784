import { expect, it } from "vitest";
import { type KnownPerson, personOptions, whoIsTyped } from "./people-typed";

const person = (id: string, name: string, organisation = "Barley"): KnownPerson => ({
  id,
  name,
  organisation,
  organisationId: organisation,
  side: "council",
  role: "officer",
});
const people = [
  person("1", "Ana Price"),
  person("2", "Ben Low"),
  person("3", "Ben Low", "Oakfield"),
  person("4", "Cy Dee"),
  person("5", "Cy Dee"),
];

it("offers everybody once, told apart", () => {
  expect(personOptions(people).map(({ text }) => text)).toEqual([
    "Ana Price, Barley",
    "Ben Low, Barley",
    "Ben Low, Oakfield",
    "Cy Dee, Barley",
    "Cy Dee, Barley (2)",
  ]);
});

it.each([
  ["Ana Price, Barley", { found: people[0] }],
  ["  ana   price ", { found: people[0] }],
  ["ben low, oakfield", { found: people[2] }],
  ["Cy Dee, Barley (2)", { found: people[4] }],
  ["Ben Low", { severalCalled: "Ben Low" }],
  ["Dee Marsh ", { newName: "Dee Marsh" }],
])("%j", (text, expected) => {
  expect(whoIsTyped(people, text)).toEqual(expected);
});
