import type { ServerResponse } from "node:http";

/** For answers that run no script. Pages bring a policy of their own. */
export const STRICT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const NAME = "content-security-policy";

/**
 * Gives the strict policy to every answer that has none when its head is written: files, redirects, errors, data. It is
 * added that late because Next does not replace a header that is already there.
 */
export function alwaysWithPolicy(response: ServerResponse): void {
  const head = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  Object.assign(response, {
    writeHead: (...given: unknown[]) => {
      const own = given.find((one) => typeof one === "object" && one !== null && NAME in one);
      if (!own && !response.headersSent && !response.hasHeader(NAME)) response.setHeader(NAME, STRICT_POLICY);
      return head(...given);
    },
  });
}
