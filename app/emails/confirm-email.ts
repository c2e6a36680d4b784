import { asMail } from "./mail-words";

/** The mail to a new address: it becomes the account's when this link is opened by its owner. */
export function wordConfirmEmail({ name, address }: { name: string; address: string }) {
  return asMail("Confirm your new e-mail address", [
    `Dear ${name},`,
    "You asked Common Ground to use this address for your account. Open this link where you are signed in, and press the button there:",
    { address },
    "It works once, for an hour. If you did not ask for this, do nothing: nothing changes.",
  ]);
}

/** The mail to the address before: somebody asked for another. */
export function wordEmailChanging({ name, email }: { name: string; email: string }) {
  return asMail("Another e-mail address was asked for", [
    `Dear ${name},`,
    `Somebody signed in to your Common Ground account asked to use ${email} from now on, with your password.`,
    "If that was not you, change your password at once and tell a programme admin today.",
  ]);
}
