import { deviceOf, noticesHere, takeNotices } from "#components/ui/browser/notices.ts";

/** Fetched by who presses the button, and by browsers that may be told. */
export type Ends = "on" | "off" | "full" | "failed";
export type Told = { readonly id: string; readonly pushKey: string; readonly language: string };

const callAt = async (id: string, subscription: PushSubscription): Promise<string> =>
  `/api/checks/${id}/push/${await deviceOf(subscription)}`;

export async function isTold(id: string): Promise<boolean> {
  const there = await noticesHere();
  return there !== null && (await fetch(await callAt(id, there))).ok;
}

export async function beTold({ id, pushKey, language }: Told): Promise<Ends> {
  const subscription = await takeNotices(pushKey);
  const { endpoint, keys } = subscription.toJSON();
  const answer = await fetch(await callAt(id, subscription), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, ...keys, language }),
  });
  if (answer.ok) return "on";
  return answer.status === 409 ? "full" : "failed";
}

/** The browser keeps its address: other checks may use it. */
export async function beToldNoMore(id: string): Promise<Ends> {
  const there = await noticesHere();
  if (!there) return "off";
  const { ok, status } = await fetch(await callAt(id, there), { method: "DELETE" });
  return ok || status === 404 ? "off" : "failed";
}
