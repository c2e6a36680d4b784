/** Why something is left out or withheld, in plain words, with the place in the law that says so. Ids are for ever. */
export const EXEMPTIONS = {
  personal: {
    words: "personal details of a third person",
    law: "Freedom of Information Act section 40; Environmental Information Regulations 13; Data Protection Act 2018 schedule 2",
  },
  confidence: { words: "told to us in confidence", law: "FOIA section 41; EIR 12(5)(f)" },
  commercial: { words: "would harm somebody’s business", law: "FOIA section 43; EIR 12(5)(e)" },
  legal: { words: "legal advice", law: "FOIA section 42; EIR 12(5)(b)" },
  safety: { words: "could put somebody in danger", law: "FOIA section 38; EIR 12(5)(a)" },
  advice: { words: "would stop people from speaking freely when they advise", law: "FOIA section 36" },
  unfinished: { words: "work that is not finished", law: "EIR 12(4)(d)" },
  later: { words: "will be published later", law: "FOIA section 22" },
  elsewhere: { words: "can be had elsewhere", law: "FOIA section 21; EIR 6(1)(b)" },
  beside: { words: "not about what was asked", law: "outside the request" },
} as const satisfies Record<string, { words: string; law: string }>;

export type Exemption = keyof typeof EXEMPTIONS;
export const EXEMPTION_IDS = Object.keys(EXEMPTIONS) as [Exemption, ...Exemption[]];

/** The law under which it is asked for. */
export const LAWS = {
  information: "Freedom of information",
  environment: "Environmental information",
  own_data: "Somebody’s own personal data",
} as const;

export type Law = keyof typeof LAWS;
export const LAW_IDS = Object.keys(LAWS) as [Law, ...Law[]];
