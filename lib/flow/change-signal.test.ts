import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openChangeSignal } from "./change-signal.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open() {
  const listeners = new Set<() => void>();
  const stop = new AbortController();
  const signal = openChangeSignal((notify) => {
    listeners.add(notify);
    return () => listeners.delete(notify);
  }, stop.signal);
  return { signal, stop, change: () => [...listeners].map((each) => each()), count: () => listeners.size };
}

it("waits the shortest time however often something changes", async () => {
  const { signal, change } = open();
  const next = signal.next(250, 15_000);
  change();
  change();
  let done = false;
  void next.then(() => {
    done = true;
  });
  await vi.advanceTimersByTimeAsync(249);
  expect(done).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await next).toBe("changed");
});

it("remembers a change that nobody waited for", async () => {
  const { signal, change } = open();
  change();
  const next = signal.next(250, 15_000);
  await vi.advanceTimersByTimeAsync(250);
  expect(await next).toBe("changed");
});

it("is quiet when nothing changes", async () => {
  const { signal } = open();
  const next = signal.next(250, 15_000);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await next).toBe("quiet");
});

it("ends at once when the reader leaves, and listens no more", async () => {
  const { signal, stop, count } = open();
  const next = signal.next(250, 15_000);
  stop.abort();
  await next;
  signal.close();
  expect(count()).toBe(0);
});
