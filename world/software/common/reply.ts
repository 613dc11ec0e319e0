/** One request as a server sees it, and what it answers. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** Carries a signature that could be one: see signature.ts. */
  readonly signed: boolean;
  /** What a server that asks for signatures makes of it: see serve/signer.ts and serve/gotosocial-signer.ts. */
  readonly signer?: Signer;
  /** Milliseconds on the world's own clock. */
  readonly now: number;
};

/** 200: believed. 401: the signature, or whom it names, is wrong. 403: its server is shut out. 503: it cannot be reached. 500: something failed, and no word of what. */
export type Signer = { readonly status: 200 | 401 | 403 | 500 | 503; readonly reason: string };

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A picture, in place of the text. */
  readonly bytes?: Uint8Array;
};

const JSON_TYPE = "application/json; charset=utf-8";
const ACTIVITY_TYPE = "application/activity+json; charset=utf-8";

export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Reply => ({
  status,
  headers: { "content-type": JSON_TYPE, ...headers },
  body: JSON.stringify(value),
});

export const activity = (
  value: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Reply =>
  json(
    { "@context": "https://www.w3.org/ns/activitystreams", ...value },
    { "content-type": ACTIVITY_TYPE, ...headers },
  );

export const error = (status: number, text: string): Reply => json({ error: text }, {}, status);

/** Nothing at all; where nothing is the whole answer (204) it has no type either. */
export const empty = (status: number, type = "text/html"): Reply => ({
  status,
  headers: status === 204 ? {} : { "content-type": type },
  body: "",
});

export const text = (body: string, type = "text/plain; charset=utf-8", status = 200): Reply => ({
  status,
  headers: { "content-type": type },
  body,
});

export const html = (title: string, status = 200): Reply =>
  text(
    `<!DOCTYPE html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`,
    "text/html; charset=utf-8",
    status,
  );
