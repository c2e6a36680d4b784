import type { ClientAuth, Configuration, CustomFetchOptions } from "openid-client";
import { z } from "zod";
import { fetchPublic } from "~/platform/outside/public-fetch.server";
import { isPublicUrl, isTestHere } from "~/platform/public-url.server";
import type { Provider } from "./council-provider.server";

const TIMEOUT_S = 3;

/** What a round at a provider is held together by: kept here, and answered by it. */
export type Round = { state: string; nonce: string; verifier: string };

/** Whom a provider says it is. */
export type Claims = {
  issuer: string;
  subject: string;
  email: string | null;
  /** It asked for more than a password. */
  isWhole: boolean;
};

/** The words some providers have for having asked for two things. */
const WHOLE = [
  "https://refeds.org/profile/mfa",
  "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
  "mfa",
];

/** By whichever of the two usual ways of showing the secret the provider takes; it says nothing where it takes the first. */
async function authenticate(secret: string): Promise<ClientAuth> {
  const { ClientSecretBasic, ClientSecretPost } = await import("openid-client");
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (takes.includes("client_secret_post") ? post : basic)(server, ...rest);
  };
}

async function configure(provider: Provider): Promise<Configuration> {
  const { allowInsecureRequests, customFetch, discovery, enableNonRepudiationChecks } = await import(
    "openid-client"
  );
  const issuer = new URL(provider.issuer);
  const here = isTestHere(issuer) ? [allowInsecureRequests] : [];
  return discovery(issuer, provider.clientId, undefined, await authenticate(provider.clientSecret), {
    timeout: TIMEOUT_S,
    execute: [enableNonRepudiationChecks, ...here],
    [customFetch]: (url: string, { method, headers, body }: CustomFetchOptions) =>
      fetchPublic(new URL(url), { method, headers, body: body ? String(body) : undefined }),
  });
}

/** Where the browser goes to sign in, and what its answer is held to. Throws where the provider does not answer as one. */
export async function beginRound(
  provider: Provider,
  redirectUri: string,
): Promise<{ to: URL; round: Round }> {
  const oidc = await import("openid-client");
  const config = await configure(provider);
  const round = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  const to = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid email",
    response_type: "code",
    state: round.state,
    nonce: round.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(round.verifier),
    code_challenge_method: "S256",
  });
  // The browser is sent there by a link: to a page of the web, and to nothing else an address can be.
  if (!isPublicUrl(to)) throw new Error("no address to send a browser to");
  return { to, round };
}

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.email().max(200).optional().catch(undefined),
  email_verified: z.unknown().optional(),
  amr: z.array(z.string()).optional().catch(undefined),
  acr: z.string().optional().catch(undefined),
});

/** Whom the provider says has come back, after every check of the standard. Throws where one fails. */
export async function endRound(provider: Provider, cameBack: URL, round: Round): Promise<Claims> {
  const oidc = await import("openid-client");
  const config = await configure(provider);
  const tokens = await oidc.authorizationCodeGrant(config, cameBack, {
    expectedState: round.state,
    expectedNonce: round.nonce,
    pkceCodeVerifier: round.verifier,
    idTokenExpected: true,
  });
  const told = claimsSchema.parse(tokens.claims());
  const more =
    told.email === undefined && config.serverMetadata().userinfo_endpoint
      ? claimsSchema
          .omit({ iss: true })
          .parse(await oidc.fetchUserInfo(config, tokens.access_token, told.sub))
      : told;
  return {
    issuer: told.iss,
    subject: told.sub,
    email: more.email_verified === true ? (more.email?.toLowerCase() ?? null) : null,
    isWhole: [...(told.amr ?? []), told.acr ?? ""].some((one) => WHOLE.includes(one)),
  };
}
