import { GonePage } from "#components/share/gone-page.tsx";
import { SharePage, type SharePageProps } from "#components/share/share-page.tsx";
import { app } from "#lib/wire.ts";
import { markupOf } from "./markup.ts";
import { wordsFor } from "./words.ts";

/** One script and one style sheet of our own, and nothing from anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
].join("; ");

/** Never found by a search. */
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": POLICY,
  "x-robots-tag": "noindex, nofollow, noarchive",
  // One copy for each language, whoever keeps it.
  vary: "accept-language",
};
/** The same for everybody who reads one language, but a page that was deleted is gone at once: a copy is asked about each time. */
export const ASKED_EACH_TIME = "public, no-cache";

export async function sharePage(props: SharePageProps): Promise<Response> {
  // An answer to a form is one reader's.
  const cache = props.asked ? "no-store" : ASKED_EACH_TIME;
  const status = props.asked?.error ? 422 : 200;
  const { config } = await app();
  return new Response(await markupOf(<SharePage {...props} notice={config.notice} />), {
    status,
    headers: { ...HEADERS, "cache-control": cache },
  });
}

/** Unknown, deleted, no longer confirmed: one answer, so that nobody learns which. */
export async function gonePage(request: Request, token: string): Promise<Response> {
  const [{ config }, words] = await Promise.all([app(), wordsFor(request, token)]);
  return new Response(await markupOf(<GonePage notice={config.notice} words={words} />), {
    status: 410,
    headers: { ...HEADERS, "cache-control": ASKED_EACH_TIME },
  });
}
