import { asMail } from "./mail-words";

type SignInLinkMail = { name: string; address: string; code: string; minutes: number };

/** The mail with a link to sign in by, and the figures to type where the link was opened elsewhere. */
export function wordSignInLink({ name, address, code, minutes }: SignInLinkMail) {
  return asMail("Your link to sign in", [
    `Dear ${name},`,
    "Open this link in the browser in which you asked for it, and press the button there:",
    { address },
    `Or type this code in that browser: ${code}`,
    `Both work once, for ${minutes} minutes.`,
    "If you did not ask for this, do nothing: nobody is signed in. Tell nobody the code, whoever asks for it.",
  ]);
}
