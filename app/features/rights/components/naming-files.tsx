import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { Tag } from "~/ui/tag";

/** A file that no search looks into, the record it is on, and when a lead looked at it. */
export type FileToCheck = {
  id: string;
  name: string;
  /** One's own side added it, and can take it away. */
  isOwn: boolean;
  lookedOn: string | null;
  record: { title: string; href: string };
};

type Props = {
  files: readonly FileToCheck[];
  /** How many were taken away for this. */
  removed: number;
  asked: boolean;
  formKey: string | undefined;
};

/** The files of the records that are about somebody or name them, to be opened by a person: none is looked through. */
export function NamingFiles({ files, removed, asked, formKey }: Props) {
  const left = files.filter(({ lookedOn }) => lookedOn === null).length;
  return (
    <>
      <p className="govuk-body">
        Attached files are not looked through, and an erasure changes nothing in them.{" "}
        {files.length === 0
          ? "No file that you can see is on a record about them."
          : "Open each of these, which are on records about them. Take away one that names them, and attach a copy that does not."}
      </p>
      {asked && files.length + removed > 0 ? (
        <p className="govuk-body">
          {plural(left, "file", "files")} still to look at. {plural(removed, "file", "files")} taken away.
        </p>
      ) : null}
      {files.length > 0 ? (
        <ul className="govuk-list govuk-list--spaced">
          {files.map((file) => (
            <li key={file.id}>
              {file.name}, on <AppLink href={file.record.href}>{file.record.title}</AppLink>{" "}
              {file.lookedOn ? <Tag tone="quiet">Looked at on {formatDay(file.lookedOn)}</Tag> : null}
              {asked ? <LookButtons file={file} formKey={formKey} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function LookButtons({ file, formKey }: { file: FileToCheck; formKey: string | undefined }) {
  const fieldsFor = (found: string) => ({ intent: "look", file: file.id, found });
  return (
    <>
      <FormButton
        fields={fieldsFor(file.lookedOn ? "again" : "clear")}
        idempotencyKey={formKey}
        variant="secondary"
        about={file.name}
      >
        {file.lookedOn ? "Look at it again" : "It does not name them"}
      </FormButton>
      {file.isOwn ? (
        <FormButton
          fields={fieldsFor("removed")}
          idempotencyKey={formKey}
          variant="secondary"
          about={file.name}
        >
          It names them: take it away
        </FormButton>
      ) : null}
    </>
  );
}
