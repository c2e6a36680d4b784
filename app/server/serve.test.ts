import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { whenOrphaned } from "./serve.ts";

describe("a server whose starter is gone", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is told once, within a second", () => {
    const told = vi.fn();
    let parent = 700;
    whenOrphaned(told, () => parent);
    vi.advanceTimersByTime(60_000);
    expect(told).not.toHaveBeenCalled();
    parent = 1;
    vi.advanceTimersByTime(1_000);
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("is not mistaken for one that process 1 of a container started", () => {
    const told = vi.fn();
    whenOrphaned(told, () => 1);
    vi.advanceTimersByTime(60_000);
    expect(told).not.toHaveBeenCalled();
  });
});
