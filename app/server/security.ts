import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** A fresh nonce for every request: only scripts that carry it run. */
export const nonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
};

/** Headers that tell a browser what this site never does. `secure`: people reach it by https. */
export function securityHeaders(options: { secure: boolean; development: boolean }): RequestHandler {
  return (request, response, next) => {
    const policy = helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: directives(String(response.locals.nonce), options),
      },
      // `no-referrer`, the default, makes browsers send `Origin: null` with a form, which is then refused.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: options.secure,
      // As the policy says it: no page of ours is ever in a frame.
      frameguard: { action: "deny" },
    });
    response.set("Permissions-Policy", NEVER_USED);
    policy(request, response, next);
  };
}

/** What a browser could be asked for by a page, and by none of ours. */
const NEVER_USED = [
  ...[
    "accelerometer",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
  ],
  ...["gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"],
]
  .map((name) => `${name}=()`)
  .join(", ");

type Directives = Record<string, string[]>;

function directives(
  value: string,
  { secure, development }: { secure: boolean; development: boolean },
): Directives {
  const self = "'self'";
  return {
    defaultSrc: [self],
    scriptSrc: [self, `'nonce-${value}'`],
    // Vite's reload sends styles as elements and speaks over a socket.
    styleSrc: development ? [self, "'unsafe-inline'"] : [self],
    // Charts set sizes in style attributes.
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: [self, "data:"],
    fontSrc: [self],
    connectSrc: development ? [self, "ws:"] : [self],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: [self],
    frameAncestors: ["'none'"],
    ...(secure ? { upgradeInsecureRequests: [] } : {}),
  };
}

/**
 * Answers only to the names this instance has: APP_ORIGIN, or localhost at its own port. A page asked for
 * under another name could be made to send people, or links in mail, elsewhere.
 */
export function trustedHost(appOrigin: string | undefined): RequestHandler {
  return (request, response, next) => {
    const port = request.socket.localPort;
    const names = appOrigin
      ? [new URL(appOrigin).host]
      : ["localhost", "127.0.0.1", "[::1]"].flatMap((name) => (port === 80 ? [name] : [`${name}:${port}`]));
    const asked = request.host?.toLowerCase();
    if (asked === undefined || !names.includes(asked)) {
      response
        .status(421)
        .type("text")
        .send(`Not served under this name. Set APP_ORIGIN to the address people use.\n`);
      return;
    }
    // Behind a proxy: what follows compares the form's Origin with this.
    request.headers.host = asked;
    delete request.headers["x-forwarded-host"];
    next();
  };
}

const SAFE = ["GET", "HEAD", "OPTIONS"];

/**
 * What a page of another site may not do with somebody's session: an unsafe request, to a page or not, comes from this
 * origin. Only one without a cookie may leave its origin out: a program's, with a token of its own.
 */
export function ownOrigin(appOrigin: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (!request.url.startsWith("/")) {
      // Another site's address, or `*`: asked of a proxy, which this is not.
      response.status(400).type("text").send("What was sent is not an address of this site.\n");
      return;
    }
    if (SAFE.includes(request.method)) return next();
    // Forms post. Other methods are for programs, under /api/.
    if (request.method !== "POST" && !request.path.startsWith("/api/")) {
      response.status(405).set("Allow", "GET, HEAD, POST").type("text").send("Not a method of this page.\n");
      return;
    }
    const own = appOrigin ?? `http://${request.headers.host}`;
    const { origin, cookie } = request.headers;
    const isOwn =
      origin === undefined
        ? cookie === undefined || request.headers["sec-fetch-site"] === "same-origin"
        : origin.toLowerCase() === own.toLowerCase();
    if (isOwn) return next();
    response
      .status(403)
      .type("text")
      .send("This form was not sent from this site. Open the page and try again.\n");
  };
}
