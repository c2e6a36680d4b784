import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { EnterSubmits } from "./enter-submits.tsx";
import { repeatIntent } from "./repeat-intent.ts";

/** What one group needs to name its fields: name "guests[0]", id "guests-0", so a field is `${name}.email`. */
export type RepeatPlace = { name: string; id: string; index: number };

type AddAnotherProps<Item> = {
  id: string;
  name: string;
  /** What one group is, in the singular: "person who came". */
  itemName: string;
  items: readonly Item[];
  emptyItem: Item;
  max?: number | undefined;
  children: (item: Item, place: RepeatPlace) => ReactNode;
};

/**
 * A group of fields that can be repeated. With script groups come and go in place; without, the buttons send
 * the form with an "intent" (see repeat-intent.ts) and the server shows it again with one more or one fewer.
 */
export function AddAnother<Item>(props: AddAnotherProps<Item>) {
  const { id, name, itemName, items, emptyItem, max = 50, children } = props;
  const nextKey = useRef(items.length);
  const [groups, setGroups] = useState(() => items.map((item, index) => ({ key: index, item })));
  const box = useRef<HTMLDivElement>(null);

  const add = () => {
    const key = nextKey.current++;
    setGroups((now) => [...now, { key, item: emptyItem }]);
    focusSoon(() =>
      box.current?.querySelector(`[data-group="${key}"] :is(input,select,textarea):not([type=hidden])`),
    );
  };
  const remove = (key: number) => {
    setGroups((now) => now.filter((group) => group.key !== key));
    focusSoon(() => box.current);
  };

  return (
    <div className="cg-repeat" ref={box} tabIndex={-1}>
      <EnterSubmits />
      {groups.map(({ key, item }, index) => (
        <fieldset className="govuk-fieldset cg-repeat__group" data-group={key} key={key}>
          <legend
            className={classNames(
              "govuk-fieldset__legend govuk-fieldset__legend--s",
              groups.length === 1 && "govuk-visually-hidden",
            )}
          >
            {capital(itemName)} {index + 1}
          </legend>
          {children(item, { name: `${name}[${index}]`, id: `${id}-${index}`, index })}
          {groups.length > 1 ? (
            <Button
              variant="secondary"
              name="intent"
              value={repeatIntent({ kind: "remove", name, index })}
              about={`${itemName} ${index + 1}`}
              onClick={inPlace(() => remove(key))}
            >
              Remove
            </Button>
          ) : null}
        </fieldset>
      ))}
      {groups.length < max ? (
        <Button
          variant="secondary"
          name="intent"
          value={repeatIntent({ kind: "add", name })}
          onClick={inPlace(add)}
        >
          Add another {itemName}
        </Button>
      ) : null}
    </div>
  );
}

function inPlace(act: () => void) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault();
    act();
  };
}

function focusSoon(find: () => Element | null | undefined) {
  requestAnimationFrame(() => {
    const target = find();
    if (target instanceof HTMLElement) target.focus();
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
