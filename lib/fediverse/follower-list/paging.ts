import type { Next, PageAnswer } from "../question/adapter.ts";
import { field } from "../question/ask.ts";
import { LONGEST_ADDRESS } from "../question/lenient-fields.ts";

/** The largest page Mastodon gives, by which the length of a list is reckoned in requests. */
export const FULL_PAGE = 80;

/** `place`: the parameter that says where a page starts. `rel`: what the page that follows is called. */
type LinkedBy = { readonly place?: string; readonly rel?: string };

/**
 * Mastodon's way: the `Link` header alone knows where the next page starts. Only the parameter is taken out of it,
 * so that an address leading elsewhere is never asked. A full page without it is a header lost on the way; so is a
 * shorter one that leaves people out, for a server may give fewer than it was asked for. A header without a next page
 * ends the list, however many were counted: who is suspended is counted and not shown.
 */
export const byLink =
  (pageSize: number, by: LinkedBy = {}) =>
  ({ page, headers, counted = 0 }: PageAnswer): Next => {
    if (page.raw === 0) return "end";
    const at = nextIn(headers.link ?? "", by);
    if (at !== null) return at === "" ? "broken" : { at };
    const leavesOut = !headers.link && page.raw < counted;
    return page.raw >= pageSize || leavesOut ? "broken" : "end";
  };

/**
 * Mastodon itself names what comes before a page on every page that holds anybody: one without the header has lost it,
 * whatever its length.
 */
export const byLinkAlone =
  (pageSize: number) =>
  (answer: PageAnswer): Next =>
    answer.page.raw > 0 && !answer.headers.link ? "broken" : byLink(pageSize)(answer);

/** Null: no next page is named. Empty: one is named and its place cannot be read. */
function nextIn(link: string, { place = "max_id", rel: wanted = "next" }: LinkedBy): string | null {
  for (const [, target = "", parameters = ""] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const [, rel = ""] = /;\s*rel\s*=\s*"?([a-z]+)/i.exec(parameters) ?? [];
    if (rel.toLowerCase() !== wanted) continue;
    return URL.parse(target, "https://link.invalid")?.searchParams.get(place) ?? "";
  }
  return null;
}

/** Misskey's way: the last item's own id, not that of the person in it. */
export const byLastId =
  (pageSize: number) =>
  ({ page, body }: PageAnswer): Next => {
    if (page.raw < pageSize || !Array.isArray(body)) return "end";
    const id = field(body.at(-1), "id");
    return typeof id === "string" && id.length <= LONGEST_ADDRESS ? { at: id } : "broken";
  };

/** Everything at once. */
export const inOnePage = (): Next => "end";
