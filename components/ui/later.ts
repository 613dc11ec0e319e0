/** When the page has nothing else to do. Safari knows no idle time. */
export function later(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: LATEST_MS });
  else setTimeout(work, SOON_MS);
}

const LATEST_MS = 2_000;
const SOON_MS = 200;
