import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";

type Props = {
  contacts: readonly { id: string; name: string }[];
  /** What is kept about one of them, where a lead asks for it to be erased. */
  hrefFor: (id: string) => string;
};

/** Whose contact details are still kept, long after their last post: a side decides whether it needs them. */
export function ContactsWithoutPost({ contacts, hrefFor }: Props) {
  if (contacts.length === 0) return null;
  return (
    <Details
      summary={`Contact details of people without a post for two years: ${plural(contacts.length, "person", "people")}`}
    >
      <p className="govuk-body">
        Nothing deletes these by itself. Where you no longer need them, ask for them to be erased.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {contacts.map(({ id, name }) => (
          <li key={id}>
            <AppLink href={hrefFor(id)}>{name}</AppLink>
          </li>
        ))}
      </ul>
    </Details>
  );
}
