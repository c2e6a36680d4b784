import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

type Site = { id: string; origin: string };

/** How an answer differs from what the device of an honest owner gives. */
type Odd = { origin?: string; rpId?: string; counter?: number; isVerified?: boolean; userHandle?: string };

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** A device that makes one passkey (ES256) and signs in by it, as a browser would send what it answers. */
export function authenticatorOf(site: Site) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let counter = 0;
  let handle = "";
  const named = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" };

  /** What it answers when it is asked to make its passkey. */
  const make = (options: { challenge: string; user: { id: string } }, odd: Odd = {}): string => {
    handle = options.user.id;
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const key = new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]);
    const length = Buffer.from([0, id.length]);
    const made = Buffer.concat([Buffer.alloc(16), length, id, cbor(key)]);
    const authData = Buffer.concat([aboutSite(site, odd, counter, WITH_KEY), made]);
    const object = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", authData],
    ]);
    const clientDataJSON = clientData("webauthn.create", options.challenge, odd.origin ?? site.origin);
    const response = { clientDataJSON, attestationObject: cbor(object).toString("base64url") };
    return JSON.stringify({ ...named, response, clientExtensionResults: {} });
  };

  /** What it answers when it is asked who is there. */
  const show = (options: { challenge: string }, odd: Odd = {}): string => {
    counter = odd.counter ?? counter + 1;
    const authData = aboutSite(site, odd, counter, 0);
    const clientDataJSON = clientData("webauthn.get", options.challenge, odd.origin ?? site.origin);
    const told = createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest();
    const signature = sign("sha256", Buffer.concat([authData, told]), privateKey);
    const response = {
      clientDataJSON,
      authenticatorData: authData.toString("base64url"),
      signature: signature.toString("base64url"),
      userHandle: odd.userHandle ?? handle,
    };
    return JSON.stringify({ ...named, response, clientExtensionResults: {} });
  };
  return { make, show };
}

function aboutSite(site: Site, { rpId, isVerified }: Odd, counter: number, more: number): Buffer {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(counter);
  const flags = PRESENT | (isVerified === false ? 0 : VERIFIED) | more;
  const whose = createHash("sha256")
    .update(rpId ?? site.id)
    .digest();
  return Buffer.concat([whose, Buffer.from([flags]), counted]);
}

function clientData(type: string, challenge: string, origin: string): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");
}

/** As much of CBOR as a passkey is written in. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (!(value instanceof Map)) throw new Error("nothing a passkey holds");
  return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
}

function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256
    ? Buffer.from([(kind << 5) | 24, size])
    : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}
