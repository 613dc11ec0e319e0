"use client";

/** True where the key opened the check and its cookie is set. */
export async function handOverKey(id: string, key: string): Promise<boolean> {
  const answer = await fetch(`/api/checks/${id}/session`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
  }).catch(() => null);
  return answer?.ok === true;
}
