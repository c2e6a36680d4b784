import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import {
  backTo,
  draftOf,
  findBack,
  findLines,
  importSearch,
  look,
  readForm,
  refused,
  refuseLarge,
  takeBack,
} from "~/composition/import-pages.server";
import {
  importRegister,
  planRegister,
  REGISTERS,
  type Register,
  readRegister,
} from "~/composition/import-register.server";
import { intentOf, notFound } from "~/composition/request.server";
import { ImportList, TakeBack } from "~/features/imports/components/import-list";
import { ImportPreview } from "~/features/imports/components/import-preview";
import { keptField } from "~/features/imports/components/refusal";
import { UploadForm } from "~/features/imports/components/upload-form";
import { revertImport } from "~/features/imports/revert-import.commands.server";
import type { Tx } from "~/platform/db.server";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Radios } from "~/ui/radios";
import type { Route } from "./+types/imports";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Imports") }];

const WHATS = ["councils", "areas", "people"] as const;

/** The register that was kept under that id, whichever it is. */
async function keptRegister(tx: Tx, id: string, now: Date) {
  const page = href("/admin/imports");
  const areas = await tx.importDraft.count({ where: { id, what: "areas" } });
  const what: Register = areas > 0 ? "areas" : "councils";
  return { what, draft: await draftOf(tx, id, { what, areaId: null, now }, page) };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readAdmin(context, async (_, { tx, now }) => {
    const kept = search.look ? await keptRegister(tx, search.look, now) : null;
    const plan = kept && (await planRegister(tx, kept.what, kept.draft.fileName, kept.draft.bytes));
    return {
      preview: plan?.ok ? plan.value : null,
      back: search.back ? await findBack(tx, search.back, WHATS, null) : null,
      imports: await findLines(tx, WHATS, null),
      registers: [...REGISTERS],
    };
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = href("/admin/imports");
  const form = await readForm(request, () => requireAdmin(context));
  if (form === null) return refuseLarge();
  switch (intentOf(form)) {
    case "look": {
      const chosen = REGISTERS.find(({ value }) => value === form.get("what"))?.value;
      const what = chosen ?? "councils";
      const read = (bytes: Uint8Array) =>
        readAdmin(context, (_, { tx }) => planRegister(tx, what, "", bytes));
      const errors = chosen ? {} : { what: ["Choose what is in the file"] };
      return look(context, form, { area: null, what, options: {}, errors, read, page });
    }
    case "confirm": {
      const id = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams)).look ?? notFound();
      const { rows, draft } = await readAdmin(context, async (_, { tx, now }) => {
        const kept = await keptRegister(tx, id, now);
        return { ...kept, rows: await readRegister(tx, kept.what, kept.draft.bytes) };
      });
      const outcome = await importRegister(context, rows, draft);
      if (outcome.status !== "done") return refused(outcome, "confirm", form);
      return backTo(page, "Imported.");
    }
    case "back":
      return takeBack(context, form, revertImport, page);
    default:
      return notFound();
  }
}

/** The registers of councils and areas, from their files. */
export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const { preview, back, imports, registers } = loaderData;
  const page = href("/admin/imports");
  if (back) {
    const words = "What it made is removed, and what it changed is again as it was.";
    return <TakeBack back={back} words={words} page={page} answer={actionData} />;
  }
  if (preview) return <ImportPreview preview={preview} answer={actionData} page={page} />;
  return (
    <>
      <div className="cg-measure">
        <PageTitle>Imports</PageTitle>
        <p className="govuk-body">
          Import the register of councils before the areas. A file with one wrong row is refused as a whole.
        </p>
        <UploadForm accept=".csv,text/csv" hint="A CSV file, up to 5 MB" answer={actionData}>
          <Radios {...keptField(actionData, "what")} label="What is in the file" options={registers} />
        </UploadForm>
      </div>
      <ImportList imports={imports} page={page} />
    </>
  );
}
