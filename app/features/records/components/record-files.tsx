import { href, useParams } from "react-router";
import { AppLink } from "~/ui/app-link";
import { formatInstant } from "~/ui/format-date";
import { Facts } from "~/ui/record-list";
import { type AttachmentView, sizeWords } from "../attachment";

type RecordFilesProps = { panel: { id: string; files: readonly AttachmentView[]; can: { attach: boolean } } };

/** The files on a record, and the way to add one. */
export function RecordFiles({ panel }: RecordFilesProps) {
  const { area = "" } = useParams();
  const { id, files, can } = panel;
  if (files.length === 0 && !can.attach) return null;
  return (
    <section aria-labelledby="files">
      <h2 className="govuk-heading-m" id="files">
        Files
      </h2>
      <FileList area={area} recordId={id} files={files} />
      {can.attach ? (
        <p className="govuk-body">
          <AppLink href={href("/areas/:area/records/:id/files", { area, id })}>Add a file</AppLink>
        </p>
      ) : null}
    </section>
  );
}

type FileListProps = {
  area: string;
  recordId: string;
  files: readonly AttachmentView[];
};

/** Files with what they are and who sees them; each is a download. */
export function FileList({ area, recordId, files }: FileListProps) {
  if (files.length === 0) return null;
  return (
    <ul className="govuk-list">
      {files.map((file) => (
        <li key={file.id}>
          <AppLink
            reload
            href={href("/areas/:area/records/:id/files/:file", { area, id: recordId, file: file.id })}
          >
            {file.name}
          </AppLink>
          <Facts
            facts={[
              sizeWords(file.bytes),
              file.level === "shared" ? "Both sides see this file" : "Only your side sees this file",
              `Added by ${file.by}`,
              formatInstant(file.at),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
