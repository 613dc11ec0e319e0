import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openBell } from "./change-signal.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open() {
  const rings = new Set<() => void>();
  const stop = new AbortController();
  const bell = openBell((ring) => {
    rings.add(ring);
    return () => rings.delete(ring);
  }, stop.signal);
  return { bell, stop, ring: () => [...rings].map((each) => each()), listeners: () => rings.size };
}

it("waits the shortest time however often it rings", async () => {
  const { bell, ring } = open();
  const next = bell.next(250, 15_000);
  ring();
  ring();
  let done = false;
  void next.then(() => {
    done = true;
  });
  await vi.advanceTimersByTimeAsync(249);
  expect(done).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await next).toBe("rung");
});

it("remembers a ring that nobody waited for", async () => {
  const { bell, ring } = open();
  ring();
  const next = bell.next(250, 15_000);
  await vi.advanceTimersByTimeAsync(250);
  expect(await next).toBe("rung");
});

it("is quiet when nothing rings", async () => {
  const { bell } = open();
  const next = bell.next(250, 15_000);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await next).toBe("quiet");
});

it("ends at once when the reader leaves, and listens no more", async () => {
  const { bell, stop, listeners } = open();
  const next = bell.next(250, 15_000);
  stop.abort();
  await next;
  bell.close();
  expect(listeners()).toBe(0);
});
