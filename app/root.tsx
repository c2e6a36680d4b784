import type { ReactNode } from "react";
import {
  data,
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root";
import { isOpenPage } from "./composition/open-pages";
import { findActor } from "./composition/request.server";
import { identify } from "./composition/visit.server";
import { takeFlash } from "./platform/flash.server";
import { newId } from "./platform/ids";
import { formKeyContext, nonceContext, requestIdContext } from "./platform/request-context.server";
import "./styles/main.scss";
import { DocumentFrame, type FrameData } from "./features/identity/components/page-frame";
import { ForgetDraftsOnSignOut } from "./features/meetings/components/forget-drafts";
import { PageMeta } from "./ui/page-meta";
import { pageClasses } from "./ui/page-shell";
import { documentTitle } from "./ui/page-title";

export const middleware: Route.MiddlewareFunction[] = [identify(isOpenPage)];

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = await findActor(context);
  const flash = await takeFlash(request);
  const frame: FrameData & { nonce: string | null; requestId: string | null } = {
    nonce: context.get(nonceContext),
    requestId: context.get(requestIdContext),
    notice: flash?.message ?? null,
    formKey: context.get(formKeyContext) ?? newId(),
    account: actor && {
      name: actor.name,
      demo: actor.demo,
      admin: actor.admin,
      researcher: actor.researcher,
      areas: actor.stands.map(({ areaSlug, side }) => ({ slug: areaSlug, side })),
    },
  };
  return data(frame, flash ? { headers: { "Set-Cookie": flash.cookie } } : {});
}

/** The document around every page, error pages included. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const nonce = frame?.nonce ?? undefined;
  return (
    <html lang="en-GB" className={pageClasses.html}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <PageMeta />
        <Links />
      </head>
      <body className={pageClasses.body}>
        {children}
        <ScrollRestoration {...(nonce ? { nonce } : {})} />
        <Scripts {...(nonce ? { nonce } : {})} />
      </body>
    </html>
  );
}

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <DocumentFrame frame={loaderData}>
      <ForgetDraftsOnSignOut />
      <Outlet />
    </DocumentFrame>
  );
}

/** The last resort: plain words and the request's number, never the error itself. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <DocumentFrame frame={frame ?? null}>
      <title>{documentTitle(ERROR_TITLES[status] ?? ERROR_TITLES[500])}</title>
      <ErrorWords status={status} why={isRouteErrorResponse(error) ? error.data?.why : undefined} />
      {isRouteErrorResponse(error) && error.data?.sent ? <SendAgain fields={error.data.sent} /> : null}
      {status === 500 && frame?.requestId ? (
        <p className="govuk-body">If you tell us about it, give this number: {frame.requestId}</p>
      ) : null}
    </DocumentFrame>
  );
}

/** What was typed and not saved, to be sent once more as it was. */
function SendAgain({ fields }: { fields: [name: string, value: string][] }) {
  return (
    <form method="post">
      {fields.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="govuk-button">
        Send it again
      </button>
    </form>
  );
}

const ERROR_TITLES: Readonly<Record<number, string>> & Readonly<Record<400 | 403 | 404 | 500, string>> = {
  400: "That did not work",
  403: "Your role cannot do this",
  404: "We cannot find that page",
  405: "That did not work",
  500: "Something went wrong on our side",
  503: "We are busy just now",
};

function ErrorWords({ status, why }: { status: number; why: unknown }) {
  if (status === 404) {
    return (
      <>
        <h1 className="govuk-heading-l">{ERROR_TITLES[404]}</h1>
        <p className="govuk-body">
          Check the address. If somebody sent you a link, ask them whether you have access.
        </p>
      </>
    );
  }
  if (status === 403) {
    return (
      <>
        <h1 className="govuk-heading-l">{ERROR_TITLES[403]}</h1>
        <p className="govuk-body">{typeof why === "string" ? why : "Ask a lead of your side."}</p>
      </>
    );
  }
  if (status === 400 || status === 405) {
    return (
      <>
        <h1 className="govuk-heading-l">{ERROR_TITLES[400]}</h1>
        <p className="govuk-body">What was sent is not what this page takes. Go back and try again.</p>
      </>
    );
  }
  return (
    <>
      <h1 className="govuk-heading-l">{ERROR_TITLES[status] ?? ERROR_TITLES[500]}</h1>
      <p className="govuk-body">
        Nothing was changed. Go back and try again in a minute; what you typed is still there.
      </p>
    </>
  );
}
