import { z } from "zod";
import { ownOrigin } from "~/platform/own-address.server";
import { signedCookie } from "~/platform/signed-cookie.server";
import { keepOnce, newSecret, takeOnce } from "./one-time.server";

const MINUTES = 5;

/** The browser that asked keeps the secret, on the pages of what it asked for alone. */
const cookies = {
  add: signedCookie("common-ground.passkey", "/account", MINUTES * 60),
  "sign-in": signedCookie("common-ground.passkey", "/sign-in", MINUTES * 60),
};

const keptSchema = z.discriminatedUnion("for", [
  z.object({ for: z.literal("add"), userId: z.uuid(), name: z.string(), challenge: z.string() }),
  z.object({ for: z.literal("sign-in"), challenge: z.string() }),
]);
type Kept = z.infer<typeof keptSchema>;
type Purpose = Kept["for"];
type Asked<P extends Purpose> = Extract<Kept, { for: P }>;

/** Asks this browser for a passkey: what its device is to sign, and the cookie by which its answer is known. */
export async function keepChallenge(asked: Omit<Asked<"add">, "challenge"> | { for: "sign-in" }, now: Date) {
  const secret = newSecret();
  const challenge = newSecret();
  await keepOnce("passkey", secret, { ...asked, challenge }, { now, minutes: MINUTES });
  const headers = new Headers({ "Set-Cookie": await cookies[asked.for].write(secret) });
  return { challenge: new Uint8Array(Buffer.from(challenge, "base64url")), headers };
}

/** What this browser was asked, once; null: nothing, another thing, or its minutes are over. */
export async function takeChallenge<P extends Purpose>(
  request: Request,
  purpose: P,
  now: Date,
): Promise<Asked<P> | null> {
  const secret = await cookies[purpose].read(request);
  if (typeof secret !== "string" || secret === "") return null;
  const { data } = keptSchema.safeParse(await takeOnce("passkey", secret, now));
  return data?.for === purpose ? (data as Asked<P>) : null;
}

/** Whose passkeys these are: the site that people reach, by its name and by its whole address. */
export function passkeySite(request: Request): { id: string; origin: string } {
  const origin = ownOrigin(request);
  return { id: new URL(origin).hostname, origin };
}

const bytes = z
  .string()
  .max(16_000)
  .regex(/^[\w-]+$/);
const signed = { id: bytes, rawId: bytes, type: z.literal("public-key") };

/** What a device answers that made a passkey; what else it says of itself is left out. */
export const madeSchema = z.object({
  ...signed,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes }),
});

/** What a device answers that signs in by one. */
export const shownSchema = z.object({
  ...signed,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullish(),
  }),
});

/** The answer a form carried as text; null: it is none. */
export function parseAnswer<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** An account as its passkeys name it: its number, which says nothing of whose it is. */
export function handleOf(userId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex"));
}
