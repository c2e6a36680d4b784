import { EXEMPTIONS } from "./exemption";

/** The reasons to choose from, in words. */
export const REASONS = Object.entries(EXEMPTIONS).map(([value, { words }]) => ({ value, label: words }));
