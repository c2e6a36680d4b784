import { type ReactNode, useContext } from "react";
import { Form, type FormProps, UNSAFE_DataRouterContext } from "react-router";
import { IdempotencyKey } from "./hidden-fields.tsx";

type PostFormProps = Pick<FormProps, "id" | "className" | "onSubmit" | "aria-describedby" | "aria-label"> & {
  action?: string | undefined;
  /** For forms with files. */
  withFiles?: boolean | undefined;
  idempotencyKey?: string | undefined;
  /** Leaves by a full page load: signing in and out. */
  reload?: boolean | undefined;
  /** Takes what a form library hands over; the browser's own checks stay off either way. */
  noValidate?: boolean | undefined;
  children: ReactNode;
};

/** A form that changes something. The browser's own bubbles are off: the server answers in plain words. */
export function PostForm({ action, withFiles, idempotencyKey, reload, children, ...rest }: PostFormProps) {
  const inDataRouter = useContext(UNSAFE_DataRouterContext) !== null;
  const common = {
    ...rest,
    method: "post" as const,
    noValidate: true,
    ...(action === undefined ? {} : { action }),
    ...(withFiles ? { encType: "multipart/form-data" as const } : {}),
  };
  const content = (
    <>
      {idempotencyKey ? <IdempotencyKey value={idempotencyKey} /> : null}
      {children}
    </>
  );
  if (!inDataRouter) return <form {...common}>{content}</form>;
  return (
    <Form {...common} {...(reload ? { reloadDocument: true } : {})}>
      {content}
    </Form>
  );
}

type GetFormProps = {
  action?: string;
  label?: string;
  className?: string;
  role?: "search";
  children: ReactNode;
};

/** A form that only asks for another view of things; its answers show in the address. */
export function GetForm({ action, label, className, role, children }: GetFormProps) {
  const inDataRouter = useContext(UNSAFE_DataRouterContext) !== null;
  const common = {
    method: "get" as const,
    noValidate: true,
    className,
    role,
    "aria-label": label,
    ...(action === undefined ? {} : { action }),
  };
  return inDataRouter ? <Form {...common}>{children}</Form> : <form {...common}>{children}</form>;
}
