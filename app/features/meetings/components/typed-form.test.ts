import { describe, expect, it } from "vitest";
import type { FormAnswer } from "~/ui/form-answer";
import { draftOf, draftValues, readDraft, writeDraft } from "./draft";
import { typedForm } from "./typed-form";

const answer = (initialValue: unknown, error: Record<string, string[] | null> = {}): FormAnswer => ({
  lastResult: { initialValue: initialValue as never, error: error as Record<string, string[]> },
  intent: "save",
  conflict: null,
});

describe("a form with lists in it", () => {
  it("shows its defaults until it was sent, then only what was sent", () => {
    const defaults = { title: "Suggested", ours: [{ person: "Me" }] };
    expect(typedForm("f", undefined, defaults).field("ours[0].person").value).toBe("Me");
    const sent = typedForm("f", answer({ theirs: [{ person: "Ana" }, undefined] }), defaults);
    expect(sent.field("title").value).toBeUndefined();
    expect(sent.field("theirs[0].person")).toMatchObject({ id: "f-theirs[0].person", value: "Ana" });
    expect(sent.field("theirs[1].person").value).toBeUndefined();
  });

  it("has a group for each that came, and at least one", () => {
    const form = typedForm("f", answer({ theirs: [{ person: "Ana" }, {}] }), {});
    expect(form.rows("theirs", 1)).toEqual([0, 1]);
    expect(form.rows("ours", 1)).toEqual([0]);
  });

  it("gives a day back as it was typed, a real one or not", () => {
    const form = typedForm(
      "f",
      answer({ on: { day: "31", month: "2" }, promises: [{ due: "2026-01-02" }] }),
      {},
    );
    expect(form.day("on").value).toEqual({ day: "31", month: "2", year: "" });
    expect(form.day("promises[0].due").value).toBe("2026-01-02");
    const quick = typedForm("f", undefined, { on: { quick: "today" } });
    expect(quick.day("on").value).toEqual({ day: "", month: "", year: "", quick: "today" });
  });

  it("puts each problem beside its field and in the summary", () => {
    const form = typedForm(
      "f",
      answer({}, { "": ["Not saved"], "ours[0].person": ["Say who"], gone: null }),
      {},
    );
    expect(form.field("ours[0].person").errors).toEqual(["Say who"]);
    expect(form.problems).toEqual([{ text: "Not saved" }, { text: "Say who", fieldId: "f-ours[0].person" }]);
    expect(form.hasProblem(["ours"])).toBe(true);
    expect(form.hasProblem(["our", "gone"])).toBe(false);
  });

  it("keeps in sight what has something typed in it", () => {
    const form = typedForm("f", answer({ place: "Hall", decisions: [{ how: "consensus" }] }), {});
    expect(form.touches(["place"])).toBe(true);
    expect(form.touches(["decisions[0].text", "tone"])).toBe(false);
  });
});

describe("a draft on the device", () => {
  const entries = [
    ["intent", "save"],
    ["idempotencyKey", "k"],
    ["title", "Park"],
    ["theirs[0].person", "Ana"],
    ["theirs[1].person", "Ben"],
    ["promises[0].due.day", "3"],
  ] as const;

  it("comes back as the values of the form it was, without its keys", () => {
    const kept = readDraft(writeDraft(draftOf(entries), 1_000), 2_000);
    const form = typedForm("f", undefined, kept ? draftValues(kept) : {});
    expect(form.text("title")).toBe("Park");
    expect(form.rows("theirs", 1).map((index) => form.text(`theirs[${index}].person`))).toEqual([
      "Ana",
      "Ben",
    ]);
    expect(form.day("promises[0].due").value).toMatchObject({ day: "3" });
    expect(form.text("intent")).toBeUndefined();
  });

  it("is let go after a fortnight, and what is not a draft is none", () => {
    const text = writeDraft(draftOf(entries), 0);
    expect(readDraft(text, 15 * 86_400_000)).toBeNull();
    for (const other of [null, "", "{}", '{"at":0,"fields":[["a"]]}', '{"at":0,"fields":"x"}']) {
      expect(readDraft(other, 1)).toBeNull();
    }
  });

  it("cannot reach beyond its own values", () => {
    draftValues([["__proto__.polluted", "yes"]]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
