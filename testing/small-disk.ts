import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SmallDisk = {
  readonly folder: string;
  /** Not a byte is left. */
  fill(): void;
  empty(): void;
  remove(): void;
};

/** Smaller pieces find no room on it. */
const PAGE = 4_096;

/** A disk of its own for a copy; nothing where this machine lets nobody mount one. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "hw-disk-"));
  const ballast = join(folder, "ballast");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    remove();
    return undefined;
  }
  return {
    folder,
    fill() {
      // Others write too: what is left is less than it was a moment ago.
      for (
        let piece = statfsSync(folder).bavail * statfsSync(folder).bsize;
        piece >= PAGE;
        piece = Math.floor(piece / 2)
      )
        writeAll(ballast, piece);
    },
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync("umount", [folder]);
      remove();
    },
  };
}

/** As often as there is room for it. */
function writeAll(file: string, bytes: number): void {
  const piece = Buffer.alloc(bytes);
  try {
    for (;;) appendFileSync(file, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}
