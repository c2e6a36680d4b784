import { afterEach, expect, it, vi } from "vitest";
import { getLog } from "./log.server";
import { sendOrShow } from "./mailer.server";

const mail = {
  to: { name: "Siân", address: "sian@test.example" },
  subject: "Your link",
  text: "https://tracker.example/sign-in/link/abc",
  html: "<p></p>",
};

afterEach(() => vi.restoreAllMocks());

it("without a mail server a demonstration shows mail in its log, and nowhere else does anything", async () => {
  const said = vi.spyOn(getLog(), "info").mockImplementation(() => undefined);
  await sendOrShow(mail, false);
  expect(said).not.toHaveBeenCalled();
  await sendOrShow(mail, true);
  expect(said).toHaveBeenCalledExactlyOnceWith(
    { to: mail.to.address, subject: mail.subject, text: mail.text },
    "mail of the demonstration",
  );
});
