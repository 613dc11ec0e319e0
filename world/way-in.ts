import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What an app needs to enter a world, and a folder of its own that goes when it does. */
export type WayIn = {
  readonly folder: string;
  readonly env: Readonly<Record<"FEDIVERSE_ROUTES" | "FEDIVERSE_CA", string>>;
  close(): void;
};

export function openWayIn({ routes, caPem }: { readonly routes: string; readonly caPem: string }): WayIn {
  const folder = mkdtempSync(join(tmpdir(), "housewarming-"));
  const ca = join(folder, "ca.pem");
  writeFileSync(ca, caPem);
  return {
    folder,
    env: { FEDIVERSE_ROUTES: routes, FEDIVERSE_CA: ca },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
