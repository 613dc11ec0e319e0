import { app } from "#lib/wire.ts";
import { notFound } from "../api/_http/problem.ts";

/** Who signs our questions. A copy that nobody could reach has no key, and says so. */
export async function GET(): Promise<Response> {
  const { actor } = await app();
  if (!actor) return notFound();
  const headers = { "content-type": "application/activity+json", "cache-control": "public, max-age=3600" };
  return new Response(JSON.stringify(actor), { headers });
}
