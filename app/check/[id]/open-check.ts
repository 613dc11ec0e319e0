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
};

/** The owner's way in. Null where this browser has no key yet: the link's fragment may bring one. */
export const openCheck = cache(async (id: string): Promise<OpenCheck | null> => {
  const key = (await cookies()).get(`hw_${id}`)?.value;
  if (!key) return null;
  const { checks, config } = await app();
  return { id, key, path: `/check/${id}`, link: `${config.publicUrl}/check/${id}#key=${key}`, checks };
});

/** An unknown check and a wrong key look alike. */
export const notFoundUnless = <T>(found: T | null): T => found ?? notFound();

export const readState = cache(({ checks, id, key }: OpenCheck) => checks.state(id, key).then(notFoundUnless));

export const readReport = cache(({ checks, id, key }: OpenCheck) =>
  checks.report(id, key, { followers: "none" }).then(notFoundUnless),
);
