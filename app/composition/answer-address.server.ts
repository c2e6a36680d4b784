import { toString as toCode } from "qrcode";
import { href } from "react-router";
import { getEnvironment } from "~/platform/environment.server";

/** The whole address of a link, as it is handed over or sent. */
export function answerAddress(token: string): string {
  return wholeAddress(href("/answer/:token", { token }));
}

/** The same of a link to somebody's own seat in a check-in. */
export function checkInAddress(token: string): string {
  return wholeAddress(href("/check-in/:token", { token }));
}

/** A path of this site as a whole address. */
export function wholeAddress(path: string): string {
  const { APP_ORIGIN, PORT } = getEnvironment();
  return `${APP_ORIGIN ?? `http://localhost:${PORT}`}${path}`;
}

/** An address as a picture to scan: a data URL. */
export async function codeOf(address: string): Promise<string> {
  const svg = await toCode(address, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
