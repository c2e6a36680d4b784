/** The pages anybody may open. Every other address asks who you are first; what is not listed is refused. */
const OPEN = [
  "/",
  "/sign-in",
  "/sign-out",
  "/guide",
  "/research/method",
  "/privacy",
  "/accessibility",
  "/setup",
];

/** Whether a page is open to anyone. */
export function isOpenPage(pathname: string): boolean {
  const path = pathname.replace(/\.data$/, "").replace(/(.)\/+$/, "$1");
  return OPEN.includes(path === "/_root" ? "/" : path);
}
