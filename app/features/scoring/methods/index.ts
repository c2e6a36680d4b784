import type { Method } from "../method.ts";
import { method202611 } from "./2026-11.ts";

/** Every method there has been, oldest first. */
export const methods: readonly Method[] = [method202611];

/** The method new scores are made with. */
export const currentMethod: Method = method202611;
