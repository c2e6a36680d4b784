import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { actOnImports } from "~/composition/import-actions.server";
import { draftOf, findBack, findLines, importSearch } from "~/composition/import-pages.server";
import {
  importRegister,
  planRegister,
  REGISTERS,
  type Register,
  readRegister,
} from "~/composition/import-register.server";
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
  return actOnImports({
    ...{ request, context, page: href("/admin/imports"), revert: revertImport, done: "Imported." },
    guard: () => requireAdmin(context),
    asked: async (form) => {
      const chosen = REGISTERS.find(({ value }) => value === form.get("what"))?.value;
      const what = chosen ?? "councils";
      return {
        ...{ area: null, what, options: {}, errors: chosen ? {} : { what: ["Choose what is in the file"] } },
        read: (bytes) => readAdmin(context, (_, { tx }) => planRegister(tx, what, "", bytes)),
      };
    },
    confirm: async (id) => {
      const { rows, draft } = await readAdmin(context, async (_, { tx, now }) => {
        const kept = await keptRegister(tx, id, now);
        return { ...kept, rows: await readRegister(tx, kept.what, kept.draft.bytes) };
      });
      return importRegister(context, rows, draft);
    },
  });
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
