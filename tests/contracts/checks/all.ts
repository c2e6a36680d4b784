import { commands } from "./commands.ts";
import { decisions, links, scripts } from "./documents.ts";
import { names } from "./names.ts";
import { purity } from "./purity.ts";
import { routeList } from "./route-list.ts";
import { actionRules, evidenceKinds, jobs, scoringRules } from "./rule-lists.ts";
import { silencing } from "./silencing.ts";
import { sizes } from "./sizes.ts";
import type { Check } from "./tree.ts";

/** Every rule about the whole repository that is found by walking it, by the thing it is about. */
export const checks = {
  sizes,
  names,
  purity,
  silencing,
  "scoring rules": scoringRules,
  "action rules": actionRules,
  "kinds of evidence": evidenceKinds,
  jobs,
  commands,
  "the list of routes": routeList,
  "decision records": decisions,
  links,
  scripts,
} satisfies Record<string, Check>;
