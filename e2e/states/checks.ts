import type { Page } from "@playwright/test";
import type { App } from "../house.ts";
import { OWNER_WAITS_MS } from "./waits.ts";

export type Opened = { readonly id: string; readonly key: string };
type Body = Readonly<Record<string, unknown>>;

const made = new WeakMap<App, Map<string, Promise<Opened>>>();

/** The same check for every look at one house: a page is shown in many sizes and colours. */
export function checkOnce(house: App, body: Body, until: readonly string[] = ["done"]): Promise<Opened> {
  const checks = made.get(house) ?? new Map<string, Promise<Opened>>();
  made.set(house, checks);
  const name = JSON.stringify([body, until]);
  const opened = checks.get(name) ?? makeCheck(house, body, until);
  checks.set(name, opened);
  return opened;
}

export async function makeCheck(house: App, body: Body, until: readonly string[] = ["done"]): Promise<Opened> {
  const answer = await fetch(`${house.url}/api/checks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mode: "moved", ...body }),
  });
  if (answer.status !== 201) throw new Error(`The check was refused: ${await answer.text()}`);
  const opened = (await answer.json()) as Opened;
  await arrival(house, opened, until);
  return opened;
}

/** Told by the check's own events: no clock is asked. */
async function arrival(house: App, { id, key }: Opened, until: readonly string[]): Promise<void> {
  const { body } = await call(house, { id, key }, "/events", { signal: AbortSignal.timeout(OWNER_WAITS_MS) });
  if (!body) throw new Error("The check has no events.");
  let text = "";
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const states = [...text.matchAll(/"state":"(\w+)"/g)].map(([, state = ""]) => state);
    if (states.some((state) => until.includes(state))) return;
  }
  throw new Error(`The check ended without having been ${until.join(" or ")}.`);
}

export const call = (house: App, { id, key }: Opened, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${house.url}/api/checks/${id}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
  });

/** One of a check's pages, as its owner sees it. */
export async function enter(page: Page, house: App, { id, key }: Opened, path = ""): Promise<void> {
  await page.context().addCookies([{ name: `hw_${id}`, value: key, url: house.url }]);
  await page.goto(`${house.url}/check/${id}${path}`);
}

export async function shareOf(house: App, opened: Opened): Promise<string> {
  const answer = await call(house, opened, "/share", { method: "POST", body: JSON.stringify({ days: 30 }) });
  return ((await answer.json()) as { url: string }).url;
}
