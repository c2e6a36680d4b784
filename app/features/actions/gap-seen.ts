import type { Gap } from "../check-ins/results";
import type { Side } from "../identity/actor";
import type { Component } from "../scoring/facts";

/** A component that the two sides see very differently: how each sees the other, by the side that answered. */
export type GapSeen = {
  component: Component;
  by: Readonly<Record<Side, number | null>>;
  gap: Gap;
};
