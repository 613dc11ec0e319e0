export type Told = { readonly event: string; readonly data: unknown; readonly rev: number };
/** The copy answers, and knows no such check or wants another key. */
export class NoSuchCheck extends Error {}

/** What a browser that watches a check is told, until the stream ends or breaks. */
export async function* eventsOf(url: string, key: string, signal?: AbortSignal): AsyncGenerator<Told> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` }, ...(signal ? { signal } : {}) });
  if (answer.status === 404) throw new NoSuchCheck(url);
  if (!answer.ok || !answer.body) throw new Error(`${url} answers ${answer.status}.`);
  let text = "";
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const parts = (text + chunk).split("\n\n");
    text = parts.pop() ?? "";
    for (const part of parts) {
      const event = /^event: (.+)$/m.exec(part)?.[1];
      const data = /^data: (.+)$/m.exec(part)?.[1];
      const rev = Number(/^id: (\d+)$/m.exec(part)?.[1] ?? 0);
      if (event && data) yield { event, data: JSON.parse(data), rev };
    }
  }
}
