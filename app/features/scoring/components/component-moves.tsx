import { AppLink } from "~/ui/app-link";

type ComponentMovesProps = {
  moves: readonly { id: string; name: string; was: string; is: string; points: number; text: string }[];
  hrefOf: (component: string) => string;
};

const verb = (points: number) => (points > 0 ? "up" : "down");

/** How each component moved over 90 days, in words; its own page says by which records. */
export function ComponentMoves({ moves, hrefOf }: ComponentMovesProps) {
  const [moved, still] = [
    moves.filter(({ text }) => text !== "0.0"),
    moves.filter(({ text }) => text === "0.0"),
  ];
  return (
    <section aria-labelledby="moves">
      <h2 className="govuk-heading-m" id="moves">
        What changed in 90 days
      </h2>
      {moved.length === 0 ? <p className="govuk-body">No figure of a component has moved.</p> : null}
      <ul className="govuk-list govuk-list--bullet">
        {moved.map(({ id, name, was, is, points, text }) => (
          <li key={id}>
            <AppLink href={hrefOf(id)}>{name}</AppLink> is {verb(points)} by {text.slice(1)} points, from{" "}
            {was} to {is}.
          </li>
        ))}
      </ul>
      {moved.length > 0 && still.length > 0 ? (
        <p className="govuk-hint">{`The same as before: ${still.map(({ name }) => name).join(", ")}.`}</p>
      ) : null}
    </section>
  );
}
