import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type App, app } from "#lib/wire.ts";

export type OpenCheck = {
  readonly id: string;
  readonly key: string;
  readonly path: string;
  readonly checks: App["checks"];
};

/** The owner's way in. Null where this browser has no key yet: the link's fragment may bring one. */
export const openCheck = cache(async (id: string): Promise<OpenCheck | null> => {
  const key = (await cookies()).get(`hw_${id}`)?.value;
  if (!key) return null;
  const { checks } = await app();
  return { id, key, path: `/check/${id}`, checks };
});

/** An unknown check and a wrong key look alike. */
export const readState = cache(async ({ checks, id, key }: OpenCheck) => (await checks.state(id, key)) ?? notFound());

export const readReport = cache(
  async ({ checks, id, key }: OpenCheck) => (await checks.report(id, key, { followers: "none" })) ?? notFound(),
);
