import { setTimeout as later } from "node:timers/promises";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";

export type Made = { readonly id: string; readonly key: string };
const RETRY_MS = 200;
const MOST_TRIES = 300;
const asOwner = ({ key }: Made) => ({ authorization: `Bearer ${key}` });

const post = (url: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

export async function startCheck(url: string, wish: NewCheck): Promise<Made> {
  const answer = await post(`${url}/api/checks`, wish);
  if (answer.status !== 201) throw new Error(`The check was refused: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Made;
}

/** A copy that is away is asked again until it is back. */
export async function startWhenBack(url: string, wish: NewCheck): Promise<Made> {
  for (let tried = 0; ; tried++) {
    try {
      return await startCheck(url, wish);
    } catch (error) {
      if (tried > MOST_TRIES) throw error;
      await later(RETRY_MS);
    }
  }
}

export async function shareCheck(url: string, made: Made): Promise<string> {
  const answer = await post(`${url}/api/checks/${made.id}/share`, { days: 30 }, asOwner(made));
  if (answer.status !== 201) throw new Error(`No page for followers was made: ${answer.status}`);
  return ((await answer.json()) as { readonly token: string }).token;
}

export const readReport = (url: string, made: Made): Promise<Report> =>
  readUntil(`${url}/api/checks/${made.id}/report?followers=inline`, made) as Promise<Report>;
export const readCheck = (url: string, made: Made): Promise<CheckState> =>
  readUntil(`${url}/api/checks/${made.id}`, made) as Promise<CheckState>;

/** A copy that is away is asked again until it is back. */
async function readUntil(url: string, made: Made): Promise<unknown> {
  for (let tried = 0; ; tried++) {
    const answer = await fetch(url, { headers: asOwner(made) }).catch(() => undefined);
    if (answer?.ok) return answer.json();
    if (answer?.status === 404 || tried > MOST_TRIES) throw new Error(`${url} answers ${answer?.status ?? "nothing"}.`);
    await later(RETRY_MS);
  }
}
