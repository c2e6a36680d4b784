import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { Button, ButtonGroup } from "./button.tsx";
import { PostForm } from "./form.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { PageTitle } from "./page-title.tsx";

type ConfirmPageProps = {
  /** A question: "Take this back?" */
  title: string;
  caption?: ReactNode;
  confirmText: string;
  /** For what cannot be undone. */
  dangerous?: boolean | undefined;
  cancelHref: string;
  cancelText?: string | undefined;
  action?: string | undefined;
  fields?: Readonly<Record<string, string | undefined>> | undefined;
  idempotencyKey?: string | undefined;
  /** What will happen, and any field to fill in first. */
  children?: ReactNode;
};

/** Asks once more before something happens: what it does, one button, a way out. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { title, caption, confirmText, dangerous, cancelHref, cancelText = "No, go back", fields } = props;
  return (
    <div className="cg-measure">
      <PageTitle caption={caption}>{title}</PageTitle>
      <PostForm action={props.action} idempotencyKey={props.idempotencyKey}>
        {fields ? <HiddenFields fields={fields} /> : null}
        {props.children}
        <ButtonGroup>
          <Button variant={dangerous ? "warning" : "primary"}>{confirmText}</Button>
          <AppLink href={cancelHref}>{cancelText}</AppLink>
        </ButtonGroup>
      </PostForm>
    </div>
  );
}
