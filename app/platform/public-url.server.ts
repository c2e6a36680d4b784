import { isIP } from "node:net";
import { getEnvironment } from "./environment.server.ts";

const HERE = /^(localhost|127\.0\.0\.1)$/;

/** Whether it is this machine itself, where what stands in for a service runs in a test: in no instance that serves people. */
export function isTestHere({ hostname }: URL): boolean {
  return getEnvironment().NODE_ENV !== "production" && HERE.test(hostname);
}

/** Whether it may be asked by its look: by https, by a name and not a number. What the name stands for is asked later. */
export function isPublicUrl(url: URL): boolean {
  if (isTestHere(url)) return true;
  const isNumber = isIP(url.hostname.replace(/^\[|\]$/g, "")) !== 0;
  return (
    url.protocol === "https:" && !isNumber && url.hostname.includes(".") && !url.username && !url.password
  );
}
