type HiddenFieldsProps = { fields: Readonly<Record<string, string | undefined>> };

/** Values that go with a form without being asked for. */
export function HiddenFields({ fields }: HiddenFieldsProps) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} key={name} />,
      )}
    </>
  );
}

/** The key that makes sending a form twice do its work once. Made by the loader, one for each form shown. */
export function IdempotencyKey({ value, name = "idempotencyKey" }: { value: string; name?: string }) {
  return <input type="hidden" name={name} value={value} />;
}
