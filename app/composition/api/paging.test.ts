import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageOfSize } from "./paging";

/** A list with pages of its own, as those behind the API's are. */
function listOf(count: number, own: number) {
  const all = Array.from({ length: count }, (_, at) => at);
  return async (asked: number) => {
    const pages = Math.max(1, Math.ceil(count / own));
    const page = Math.min(asked, pages);
    return { items: all.slice((page - 1) * own, page * own), count, page, pages };
  };
}

describe("a page of another size", () => {
  it("is that part of the list, whatever its own pages are", async () => {
    const size = fc.integer({ min: 1, max: 200 });
    await fc.assert(
      fc.asyncProperty(fc.nat(420), size, size, size, async (count, own, per, page) => {
        const found = await pageOfSize(listOf(count, own), { page, per });
        const plain = await listOf(count, per)(page);
        expect(found).toEqual(plain);
      }),
    );
  });

  it("asks for no page it needs nothing of", async () => {
    const asked: number[] = [];
    const list = listOf(1_000, 25);
    const read = (page: number) => {
      asked.push(page);
      return list(page);
    };
    await pageOfSize(read, { page: 3, per: 50 });
    expect(asked).toEqual([1, 5, 6]);
  });
});
