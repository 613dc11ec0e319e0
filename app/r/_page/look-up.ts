import { LookupInput } from "#lib/contract/share.ts";
import { app } from "#lib/wire.ts";
import { json } from "../../api/_http/answer.ts";
import { isForm, readForm, readJson } from "../../api/_http/body.ts";
import { problem } from "../../api/_http/problem.ts";
import { gonePage, sharePage } from "./page-response.tsx";
import { wordsFor } from "./words.ts";

/** A visitor's question about their own server: as JSON, or from the page's form, which gets the page again. */
export const answerLookUp = (request: Request, token: string): Promise<Response> =>
  isForm(request) ? fromForm(request, token) : fromJson(request, token);

async function fromJson(request: Request, token: string): Promise<Response> {
  const read = await readJson(request, LookupInput);
  if (!read.ok) return read.response;
  const found = await (await app()).shares.lookup(token, read.value.address);
  if (!found) return problem(410);
  return found.ok ? json(found.answer) : problem(422, { fields: { address: found.code } });
}

async function fromForm(request: Request, token: string): Promise<Response> {
  const read = await readForm(request);
  if (!read.ok) return read.response;
  const { shares, config } = await app();
  const { address = "" } = read.value;
  const [view, found, words] = await Promise.all([
    shares.publicView(token),
    shares.lookup(token, address.slice(0, 500)),
    wordsFor(request, token),
  ]);
  if (!view || !found) return gonePage(request, token);
  const asked = found.ok ? { address: found.answer.server, answer: found.answer } : { address, error: found.code };
  return sharePage({ words, view, token, publicUrl: config.publicUrl, asked });
}
