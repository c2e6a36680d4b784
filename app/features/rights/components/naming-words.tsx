import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { Tag } from "~/ui/tag";

/** Words somewhere that name somebody, and whether a lead found that they mean another person. */
type NamingPlace = {
  place: string;
  name: string;
  key: Record<string, unknown>;
  words: string;
  alone: boolean;
  record: { title: string; href: string } | null;
};

type Props = {
  places: readonly NamingPlace[];
  /** What words are not cut by. */
  notCut: readonly string[];
  asked: boolean;
  formKey: string | undefined;
};

/** Each place whose words name them, to be looked at before an erasure cuts the name out. */
export function NamingWords({ places, notCut, asked, formKey }: Props) {
  return (
    <>
      <p className="govuk-body">
        {places.length === 0
          ? "No words that you can see name them, apart from the rows above."
          : `Places of this area that you can see: ${places.length}.`}
      </p>
      {notCut.length > 0 ? (
        <p className="govuk-body">
          Not cut out of words, because it is one word alone or others have it too:{" "}
          {notCut.map((one) => `“${one}”`).join(", ")}.
        </p>
      ) : null}
      <Places places={places} asked={asked} formKey={formKey} />
    </>
  );
}

function Places({ places, asked, formKey }: Omit<Props, "notCut">) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {places.map(({ place, name, key, words, alone, record }) => (
        <li key={`${place} ${name} ${JSON.stringify(key)}`}>
          {record ? <AppLink href={record.href}>{record.title}</AppLink> : null}{" "}
          {alone ? <Tag tone="quiet">Left alone</Tag> : null}
          <p className="govuk-body">“{words}”</p>
          {asked ? (
            <FormButton
              fields={{
                intent: "alone",
                place: JSON.stringify({ place, name, key }),
                alone: alone ? "no" : "yes",
              }}
              idempotencyKey={formKey}
              variant="secondary"
              about={record?.title ?? "these words"}
            >
              {alone ? "It does mean them" : "It means somebody else: leave it alone"}
            </FormButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
