import { giveFile } from "~/composition/give-file.server";
import { notFound, readArea } from "~/composition/request.server";
import { findDownload } from "~/features/records/attachments.queries.server";
import { FILE_TYPES, type FileType } from "~/platform/file-type";
import { openKept } from "~/platform/files.server";
import { idSchema } from "~/platform/ids";
import type { Route } from "./+types/file";

/** One file of a record, as a download for whoever may see both. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const fileId = idSchema.safeParse(params.file).data ?? notFound();
  const file =
    (await readArea(context, params.area, (actor, { tx }) => findDownload(tx, actor, id, fileId))) ??
    notFound();
  const { body, bytes } = (await openKept(file)) ?? notFound();
  const { mime } = FILE_TYPES[file.type as FileType];
  return giveFile({ context, params }, body, { name: file.name, mime, bytes });
}
