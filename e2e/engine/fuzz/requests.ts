import fc from "fast-check";
import { CALLS } from "#lib/contract/calls.ts";
import { type Body, body } from "./bodies.ts";
import { address, word } from "./words.ts";

/** What a house holds that a request may hit: without it nearly everything would end at "unknown id". */
export type Known = { readonly id: string; readonly key: string; readonly token: string };
export type Fuzzed = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
};

/** The routes that are no calls of the contract: pages, forms, pictures. */
const PAGES = [
  "get /",
  "get /check/{id}",
  "get /check/{id}/followers",
  "get /check/{id}/servers",
  "get /check/{id}/servers/{host}",
  "get /check/{id}/messages",
  "get /check/{id}/messages/plan.txt",
  "get /check/{id}/messages/plan.ics",
  "post /check/{id}/messages/letters",
  "post /check/{id}/messages/marks",
  "post /check/{id}/own",
  "get /check/{id}/share",
  "post /check/{id}/share/make",
  "get /r/{token}",
  "get /r/{token}/card.png",
  "get /api/avatars/{sig}",
  "get /actor",
  "get /remove",
  "get /how/blocks",
];
const ROUTES = [...CALLS.map(({ method, path }) => `${method} ${path}`), ...PAGES];
const METHODS = ["get", "head", "post", "put", "patch", "delete", "options"];
/** The one call that would take away what the others are to hit. */
const ENDS = "delete /api/checks/{id}";

const QUERY = ["group", "cause", "server", "reach", "q", "sort", "cursor", "limit", "followers", "address", "since"];
const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...QUERY), word), fc.oneof(word, address, fc.constantFrom("1", "here"))), {
    maxLength: 4,
  })
  .map((pairs) => (pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ""));

const header = (text: string): string => text.replace(/[^\x20-\x7e]/g, "?");
const escaped = (text: string): string => encodeURIComponent(text.toWellFormed()) || "-";

export function requests(known: Known): fc.Arbitrary<Fuzzed> {
  const place = (name: string): fc.Arbitrary<string> => {
    const real = { id: known.id, token: known.token, host: "far.test" }[name];
    const odd = fc.oneof(word, address).map(escaped);
    const raw = fc.constantFrom("%00", "%ff", "%", "..", "%2e%2e", ";", "%0d%0aX:1");
    return fc.oneof(
      { weight: 1, arbitrary: odd },
      { weight: 1, arbitrary: raw },
      ...(real ? [{ weight: 6, arbitrary: fc.constant(real) }] : []),
    );
  };
  const pathOf = (template: string): fc.Arbitrary<string> => {
    const pieces = template.split(/\{(\w+)\}/);
    return fc
      .tuple(...pieces.map((piece, at) => (at % 2 ? place(piece) : fc.constant(piece))))
      .map((all) => all.join(""));
  };
  const credentials = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Record<string, string>>({ authorization: `Bearer ${known.key}` }) },
    { weight: 3, arbitrary: fc.constant<Record<string, string>>({ cookie: `hw_${known.id}=${known.key}` }) },
    { weight: 1, arbitrary: word.map((text): Record<string, string> => ({ authorization: header(text) })) },
    {
      weight: 1,
      arbitrary: word.map((text): Record<string, string> => ({ cookie: header(`hw_${known.id}=${text}`) })),
    },
    { weight: 1, arbitrary: fc.constant<Record<string, string>>({}) },
  );
  const manners = fc.record(
    {
      "sec-fetch-site": fc.constantFrom("same-origin", "cross-site", "none"),
      origin: fc.constantFrom("null", "https://else.test", "x"),
      accept: fc.constantFrom("text/html", "application/json", "*/*"),
      "last-event-id": fc.oneof(fc.constantFrom("0", "-1", "1e9", "9".repeat(40)), word.map(header)),
      "accept-language": word.map(header),
      "x-forwarded-for": word.map(header),
    },
    { requiredKeys: [] },
  );
  const one = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...ROUTES) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...ROUTES), fc.constantFrom(...METHODS))
        .map(([route, method]) => `${method} ${route.split(" ")[1]}`),
    },
  );
  return one.chain((route) => {
    const [method = "get", template = "/"] = route.split(" ");
    const carries = method !== "get" && method !== "head";
    return fc
      .record({
        path: pathOf(template),
        query,
        who: route === ENDS ? fc.constant({}) : credentials,
        manners,
        body: carries ? body : fc.constant<Body | undefined>(undefined),
      })
      .map(({ path, query: asked, who, manners: more, body: sent }): Fuzzed => {
        const type = sent?.type ? { "content-type": sent.type } : {};
        const headers = { ...who, ...(more as Record<string, string>), ...type };
        return { method: method.toUpperCase(), path: path + asked, headers, body: sent?.text };
      });
  });
}
