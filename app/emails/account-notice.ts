import { asMail } from "./mail-words";

/** What somebody is told of their own account, so that they notice what they did not do themselves. */
export const ACCOUNT_NOTICES = {
  "second-step-reset": {
    subject: "Your second step was taken off",
    words:
      "A programme admin took the authenticator app and the recovery codes off your Common Ground account, and signed it out everywhere. Sign in with your password. If you are a lead or an admin you then set up a new app.",
  },
  "passkey-added": {
    subject: "A passkey was added to your account",
    words:
      "Somebody signed in to your Common Ground account added a passkey. Whoever has the device it is on can sign in with it. You can see and remove your passkeys on the page of your account.",
  },
  "password-changed": {
    subject: "Your password was changed",
    words:
      "The password of your Common Ground account was changed. Every other browser was signed out, and your tokens for programs ended.",
  },
  "authenticator-set-up": {
    subject: "A second step was set up for your account",
    words:
      "An authenticator app was set up for your Common Ground account. From now on its code is asked when you sign in with your password or a link.",
  },
  "authenticator-taken-off": {
    subject: "Your second step was taken off",
    words:
      "The authenticator app and the recovery codes were taken off your Common Ground account. Your password or a link by mail is now enough to sign in.",
  },
  "recovery-codes-made": {
    subject: "New recovery codes were made",
    words: "New recovery codes were made for your Common Ground account. The ones before work no longer.",
  },
  "new-browser": {
    subject: "Your account was signed in to with a new browser",
    words:
      "Somebody signed in to your Common Ground account with a browser that had not been used for it before. On the page of your account you see where you are signed in, and can end it there.",
  },
} as const;

export type AccountNotice = keyof typeof ACCOUNT_NOTICES;

/** The mail. */
export function wordAccountNotice(notice: AccountNotice, name: string) {
  const { subject, words } = ACCOUNT_NOTICES[notice];
  return asMail(subject, [`Dear ${name},`, words, "If this was not you, tell a programme admin today."]);
}
