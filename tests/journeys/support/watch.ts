import { expect, type Page } from "@playwright/test";

/** What a journey's pages complain of: errors on the console, exceptions, and requests that failed. */
export class Watch {
  readonly #heard: string[] = [];
  readonly #declared: RegExp[] = [];

  /** Declares a fault that belongs to the story: `watch.expect(/404 .*\/areas\/elsewhere/)`. It must then happen. */
  expect(pattern: RegExp): void {
    this.#declared.push(pattern);
  }

  listenTo(page: Page): void {
    page.on("pageerror", (error) => this.#heard.push(`exception: ${error.message} (${page.url()})`));
    page.on("console", (message) => {
      // A refused request is heard below, with its status; the console's line about it names none.
      if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
      this.#heard.push(`console: ${message.text()} (${page.url()})`);
    });
    page.on("response", (response) => {
      if (response.status() < 400) return;
      this.#heard.push(`${response.status()} ${response.request().method()} ${response.url()}`);
    });
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "failed";
      // A page that is left while something still loads ends those requests. Without JavaScript every script is
      // refused as "csp"; where a policy truly refuses one, the console says so.
      if (reason !== "net::ERR_ABORTED" && reason !== "csp")
        this.#heard.push(`${reason} ${request.method()} ${request.url()}`);
    });
  }

  /** Compares what was heard with what was declared. */
  judge(): void {
    const undeclared = this.#heard.filter((line) => !this.#declared.some((pattern) => pattern.test(line)));
    const missing = this.#declared.filter((pattern) => !this.#heard.some((line) => pattern.test(line)));
    expect(undeclared, "faults that no watch.expect(…) declared").toEqual([]);
    expect(missing.map(String), "faults that were declared and did not happen").toEqual([]);
  }
}
