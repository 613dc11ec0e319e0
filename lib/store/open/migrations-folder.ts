import { existsSync } from "node:fs";
import { join } from "node:path";

/** Beside this file where Node runs it as it stands; in a bundle that place is gone, and the server stands at the root. */
export function migrationsFolder(): string {
  const here = import.meta.dirname as string | undefined;
  const places = [
    ...(here ? [join(here, "migrations")] : []),
    join(/* turbopackIgnore: true */ process.cwd(), "lib/store/migrations"),
  ];
  const found = places.find((place) => existsSync(join(place, "meta/_journal.json")));
  if (!found) throw new Error(`The database's migrations are in none of ${places.join(", ")}.`);
  return found;
}
