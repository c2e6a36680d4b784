import { expect, it } from "vitest";
import { networkRange } from "./network-range";

it.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["127.0.0.1", "127.0.0.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:0DB8:0001::6", "2001:db8:1::/48"],
  ["2001:db8::6", "2001:db8::/48"],
  ["fe80::1%eth0", "fe80::/48"],
  ["::1", "::/48"],
  ["a name", null],
  ["", null],
  [null, null],
])("keeps of %s the network alone: %s", (address, range) => {
  expect(networkRange(address)).toBe(range);
});
