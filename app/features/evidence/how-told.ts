/** The ways in which a decision reaches the other side. Ids are for ever. */
export const HOW_TOLD = {
  "face to face": "Face to face",
  call: "By telephone",
  written: "By letter or e-mail",
  public: "They read it somewhere",
} as const;
