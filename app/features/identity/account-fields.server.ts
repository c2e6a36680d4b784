import { z } from "zod";

/** Longest name of an account, in UTF-16 units. */
const NAME_MAX = 200;

/** What every new account with a password has. Twelve characters or more, of any kind. */
export const accountFields = {
  name: z
    .string({ error: "Enter a name" })
    .trim()
    .min(1, { error: "Enter a name" })
    .max(NAME_MAX, { error: `Use ${NAME_MAX} characters or fewer` })
    .refine((text) => !text.includes("\0") && text.isWellFormed(), {
      error: "Take out the characters that cannot be stored",
    }),
  email: z.email({ error: "Enter an e-mail address, such as name@example.org" }).max(NAME_MAX),
  password: z
    .string({ error: "Enter a password of 12 characters or more" })
    .min(12, { error: "Use 12 characters or more" })
    .max(200, { error: "Use 200 characters or fewer" }),
};

/** What a member of a side can be. */
export const sideRole = z.enum(["reader", "editor", "lead"], { error: "Choose what they may do" });
