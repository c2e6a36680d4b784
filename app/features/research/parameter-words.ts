import type { Parameters } from "../scoring/parameters.ts";

/** What each parameter of a method is, in words; the half-lives apart. Every one has an entry, or types fail. */
export const PARAMETER_WORDS: Readonly<Record<Exclude<keyof Parameters, "half_lives">, string>> = {
  a: "Weight of the neutral prior in a component: a faint pull to the middle while little is known.",
  b: "Weight of the pooled value in a direction, so that one side is not judged by a single fact.",
  m: "The neutral prior itself, from 0 to 1: the middle.",
  h: "How many fresh facts give a stream half its say.",
  beh: "The records’ part of a component. The check-in has the rest.",
  anchor: "The part of the records’ part that goes to a component’s main indicator.",
  alpha: "How much imbalance costs.",
  beta: "From about how many points below the mean on the lowest begins to cost.",
  tau: "How far a stream may still lie from the middle while it says little.",
  prior_var: "How uncertain the neutral prior is: that of a number anywhere between 0 and 1.",
  z: "Standard errors to each end of the likely range: 90 in 100.",
  rho: "How much the errors of parts go together when they are put together.",
  min_resp: "Fewest people on a side whose check-in answers count.",
  horizon: "Days after the last record for which silence still counts.",
  cadence: "Days between contacts that cost nothing, unless both sides agreed on more.",
  gap_max: "The most days between contacts that an agreed rhythm can allow.",
  E_min: "Least evidence for a component’s figure to be shown.",
  half_weight: "What one’s own word weighs until it is confirmed, and what a disputed record weighs.",
  redatings: "How often the day of a promise or milestone can be moved by agreement.",
  gap_flag: "Points between the two sides’ views from which the gap is pointed out.",
};

/** The three speeds at which facts fade. */
export const HALF_LIFE_WORDS: Readonly<Record<keyof Parameters["half_lives"], string>> = {
  fast: "Days after which being in touch weighs half.",
  mid: "Days after which what happened in meetings, requests, news and check-ins weighs half.",
  slow: "Days after which promises, agreements, aims, milestones and other slow facts weigh half.",
};
