import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Adapter, type AdapterPayload, type JWK } from "oidc-provider";
import { callbackOf } from "~/features/identity/council-provider.server";

/** Somebody as the provider knows them. */
export type Known = { sub: string; email?: string; email_verified?: boolean; amr?: string[] };

export const CLIENT = { id: "common-ground", secret: "a secret for tests alone, known to this provider" };
const ORIGIN = "http://localhost:3000";

export type CouncilProvider = {
  issuer: string;
  /** Goes to it by an address and signs in as somebody; the address it sends them back to. */
  signIn: (address: string, as: Known) => Promise<URL>;
  stop: () => Promise<void>;
};

/** A real provider of OpenID Connect on a free port of this machine, at which whoever comes says who they are. */
export async function startProvider({ inToken = true } = {}): Promise<CouncilProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  let now: Known = { sub: "nobody" };
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [ORIGIN + callbackOf(issuer)] },
    ],
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"] },
    conformIdTokenClaims: !inToken,
    findAccount: async () => {
      const claims = { ...now };
      return { accountId: claims.sub, claims: async () => claims };
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    adapter: keeping(),
    jwks: { keys: [{ ...signingKey(), use: "sig" }] },
    cookies: { keys: ["a key for tests alone"] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const grant = new provider.Grant({ accountId: now.sub, clientId: CLIENT.id });
    grant.addOIDCScope("openid email");
    const result = {
      login: { accountId: now.sub, ...(now.amr ? { amr: now.amr } : {}) },
      consent: { grantId: await grant.save() },
    };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    signIn(address, as) {
      now = as;
      return follow(address);
    },
    stop: () => close(server),
  };
}

/** Its own keys and memory: those it would make up itself it warns of. */
function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return privateKey.export({ format: "jwk" }) as JWK;
}

function keeping(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const sessions = new Map<string, string>();
  return (model) => {
    const find = async (id: string) => kept.get(`${model} ${id}`);
    return {
      find,
      findByUid: (uid) => find(sessions.get(uid) ?? ""),
      findByUserCode: async () => undefined,
      async upsert(id, payload) {
        kept.set(`${model} ${id}`, payload);
        if (model === "Session" && payload.uid) sessions.set(payload.uid, id);
      },
      async consume(id) {
        const payload = await find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      async destroy(id) {
        kept.delete(`${model} ${id}`);
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}

async function follow(address: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    const to = answer.headers.get("Location");
    if (to === null)
      throw new Error(`the provider stopped at ${at.pathname}: ${answer.status} ${await answer.text()}`);
    at = new URL(to, at);
    if (at.origin === ORIGIN) return at;
  }
  throw new Error("the provider led round in a circle");
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
