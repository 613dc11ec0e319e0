"use client";

export type HandOver = "opened" | "wrong" | "failed";

/** Opened: its cookie is set. Wrong: no check opens with this key. */
export async function handOverKey(id: string, key: string): Promise<HandOver> {
  const answer = await fetch(`/api/checks/${id}/session`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
  }).catch(() => null);
  if (answer?.ok) return "opened";
  return answer?.status === 404 ? "wrong" : "failed";
}
