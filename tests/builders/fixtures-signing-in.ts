import { newId } from "~/platform/ids";
import { type Access, PASSWORD } from "./fixtures-access";

/** Part of FORMS in fixtures-forms.ts: of the pages of signing in, and of how one does. */
export const SIGN_IN_FORMS: Record<string, (access: Access) => Record<string, string>> = {
  "/sign-in": ({ users }) => ({ email: users.ended.email, password: PASSWORD }),
  "/sign-in/second-factor": () => ({ code: "000000" }),
  "/sign-in/link/:token": () => ({}),
  "/sign-in/code": () => ({ code: "000000" }),
  "/sign-in/set-up": () => ({ code: "000000" }),
  "/sign-in/passkey": () => ({ answer: "{}" }),
  "/sign-in/passkey/offer": () => ({}),
  "/sign-in/single-sign-on": () => ({ email: "somebody@nowhere.example" }),
  "/account/passkeys": () => ({ intent: "add", answer: "{}" }),
  "/account/second-factor": () => ({ intent: "turn-off", password: PASSWORD }),
  "/admin/organisations/:id/single-sign-on": () => ({
    intent: "set new",
    issuer: "https://login.council.example",
    clientId: "common-ground",
    clientSecret: "a secret for tests alone",
    domains: `${newId()}.example`,
  }),
};
