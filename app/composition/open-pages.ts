/** The pages anybody may open. Every other address asks who you are first; what is not listed is refused. */
const OPEN = [
  "/",
  "/sign-in",
  "/sign-in/second-factor",
  "/sign-in/set-up",
  "/sign-in/link",
  "/sign-in/code",
  "/sign-in/passkey",
  "/sign-in/passkey/offer",
  "/sign-in/single-sign-on",
  "/sign-out",
  "/guide",
  "/research/method",
  "/privacy",
  "/accessibility",
  "/setup",
];

/** A chapter of the guide; the method's calculator and files; and a link or a calendar's address, which opens its one thing to whoever holds it. */
const OPEN_BELOW = /^\/(guide|research\/method|answer|check-in|invitation|calendar)\/[^/]+$/;

/** A link to sign in with, and where a council's own sign-in sends people back to. */
const WAYS_IN = /^\/sign-in\/(link|single-sign-on\/callback)\/[^/]+$/;

/** Whether a page is open to anyone. */
export function isOpenPage(pathname: string): boolean {
  const path = pathname.replace(/\.data$/, "").replace(/(.)\/+$/, "$1");
  return OPEN.includes(path === "/_root" ? "/" : path) || OPEN_BELOW.test(path) || WAYS_IN.test(path);
}

/** Whether an address is of the API: whoever asks there says who they are with a token alone. */
export function isForPrograms(pathname: string): boolean {
  return pathname.startsWith("/api/v1/");
}
