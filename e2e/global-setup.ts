import { buildIfStale } from "../scripts/build.ts";

/** The pages are tested as they are shipped. */
export default function setUp(): void {
  buildIfStale();
}
