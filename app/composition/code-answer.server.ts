import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";

const schema = z.strictObject({ code: z.string({ error: "Enter the code" }).trim().max(40) });

/** A form that asks for one code: what was typed, and how to refuse it beside the field. What was typed stays away. */
export function codeFrom(form: FormData) {
  const submission = parseWithZod(form, { schema });
  const refuse = (words?: string) => {
    const { initialValue: _, ...lastResult } = submission.reply(
      words ? { fieldErrors: { code: [words] } } : {},
    );
    return { lastResult };
  };
  return { code: submission.status === "success" ? submission.value.code : null, refuse };
}

/** What a wrong code is answered; why, would help whoever guesses. */
export const WRONG_CODE =
  "This is not a code of yours, or it was used before. Wait for the next one and type that";

/** What is answered where there is no password to ask for, and the sign-in was long ago. */
export const SIGN_IN_AGAIN =
  "You have no password here. Sign out, sign in again, and do this within ten minutes";

/** What is answered when there were too many tries at codes. */
export const TOO_MANY_CODES = `There were too many tries. Wait ${WAIT_MINUTES} minutes, or use a browser you have signed in with before`;
