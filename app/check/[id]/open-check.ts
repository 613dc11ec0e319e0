import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type App, app } from "#lib/wire.ts";

export type OpenCheck = {
  readonly id: string;
  readonly key: string;
  readonly path: string;
  /** The way back from any device. */
  readonly link: string;
  readonly checks: App["checks"];
  readonly shares: App["shares"];
  /** Where movers sign in; null where the operator turned that off. */
  readonly signInPath: string | null;
};

/**
 * The owner's way in. Null where this browser has no key that opens: the link's fragment may bring one. An unknown check
 * and a wrong key look alike, and a page of its own says so also to readers without a script.
 */
export const openCheck = cache(async (id: string): Promise<OpenCheck | null> => {
  const key = (await cookies()).get(`hw_${id}`)?.value;
  if (!key) return null;
  const { checks, shares, config } = await app();
  if (!(await checks.opens(id, key))) return null;
  return {
    id,
    key,
    path: `/check/${id}`,
    link: `${config.publicUrl}/check/${id}#key=${key}`,
    checks,
    shares,
    signInPath: config.signIn ? `/check/${id}/signin` : null,
  };
});

export const readProfile = async (id: string): Promise<string | null> => (await app()).checks.profile(id);

/** Deleted while its page was made. */
export const notFoundUnless = <T>(found: T | null): T => found ?? notFound();

export const readState = cache(async ({ checks, shares, id, key }: OpenCheck) => {
  const state = notFoundUnless(await checks.state(id, key));
  const share = await shares.status(id);
  return share ? { ...state, share } : state;
});

export const readReport = cache(({ checks, id, key }: OpenCheck) =>
  checks.report(id, key, { followers: "none" }).then(notFoundUnless),
);
