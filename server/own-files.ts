import type { ServerResponse } from "node:http";

/** Pages for followers are left open: their own header keeps them out of searches, and a crawler has to see it. */
const ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /check/\nDisallow: /remove\n";
const VALID_MS = 180 * 86_400_000;

type Speaker = { readonly publicUrl: string; readonly contact?: string };

/** RFC 9116 wants an address with its scheme; other words of the operator stand on /bot. */
function reportTo(contact = ""): string | undefined {
  if (/^(?:https:\/\/|mailto:)\S+$/.test(contact)) return contact;
  return /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : undefined;
}

/** Small files that say who we are to programs; served here, so that they answer whatever else is slow. */
export function ownFile(path: string, { publicUrl, contact }: Speaker, now: Date): string | undefined {
  if (path === "/robots.txt") return ROBOTS;
  if (path !== "/.well-known/security.txt" && path !== "/security.txt") return undefined;
  const expires = new Date(now.getTime() + VALID_MS).toISOString();
  return [
    `Contact: ${reportTo(contact) ?? `${publicUrl}/bot`}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    "",
  ].join("\n");
}

export function giveFile(response: ServerResponse, text: string, withBody: boolean): void {
  response.writeHead(200, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "public, max-age=3600",
    "x-content-type-options": "nosniff",
  });
  response.end(withBody ? text : undefined);
}
