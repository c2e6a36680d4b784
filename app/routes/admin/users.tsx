import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { newAccount, openAccountAs } from "~/composition/open-account.server";
import { formOf, INTENT_FIELD, intentOf, notFound } from "~/composition/request.server";
import { findUsers } from "~/features/identity/accounts.queries.server";
import { NewAccountForm } from "~/features/identity/components/account-forms";
import { AdminSearch } from "~/features/identity/components/admin-search";
import { listSearch } from "~/features/identity/list-search";
import { flashCookie } from "~/platform/flash.server";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Route } from "./+types/users";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Accounts") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const filter = listSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readAdmin(context, async (_, { tx, today }) => ({
    ...(await findUsers(tx, filter, today)),
    q: filter.q,
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  const intent = intentOf(form);
  if (intent !== "open") return notFound();
  form.delete(INTENT_FIELD);
  const submission = parseWithZod(form, { schema: newAccount });
  const refuse = (fieldErrors?: Record<string, string[]>) => {
    const lastResult = submission.reply(fieldErrors ? { fieldErrors } : {});
    // What was typed comes back, but for the password.
    if (lastResult.initialValue) delete (lastResult.initialValue as Record<string, unknown>).password;
    return data({ lastResult, intent, conflict: null }, { status: 400 });
  };
  if (submission.status !== "success") return refuse();
  const id = await openAccountAs(context, submission.value);
  if (id === null) return refuse({ email: ["There is already an account with this address"] });
  throw redirect(href("/admin/users/:id", { id }), {
    headers: { "Set-Cookie": await flashCookie("The account is open. Give it a role.") },
  });
}

/** Who has an account, and what it may do. */
export default function Users({ loaderData, actionData }: Route.ComponentProps) {
  const { users, count, page, pages, q } = loaderData;
  const home = href("/admin/users");
  return (
    <>
      <PageTitle>Accounts</PageTitle>
      <Details summary="Open an account" open={actionData !== undefined}>
        <NewAccountForm answer={actionData} />
      </Details>
      <AdminSearch action={home} q={q} label="Name or e-mail address" />
      <Table
        caption={`Accounts (${count})`}
        rows={users}
        rowKey={({ id }) => id}
        whenEmpty="No account matches."
        columns={[
          {
            header: "Name",
            cell: ({ id, name }) => <AppLink href={href("/admin/users/:id", { id })}>{name}</AppLink>,
          },
          { header: "E-mail address", cell: ({ email }) => email },
          {
            header: "Roles",
            cell: ({ closed, memberships }) =>
              closed ? <Tag tone="quiet">Closed</Tag> : memberships.join("; ") || "None",
          },
        ]}
      />
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(number) => `${home}?${new URLSearchParams({ q, page: String(number) })}`}
      />
    </>
  );
}
