import { expect, test } from "vitest";
import { newCheck, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { watchChanges } from "./changes.ts";
import { createCheck, patchCheck, readProgress } from "./checks.ts";
import { asOwner } from "./write.ts";

overStores((store) => {
  const write = (id: string, failure: string, fails = false) =>
    asOwner(store(), id, T0, async (on) => {
      await patchCheck(on, { failure });
      if (fails) throw new Error("not committed");
    });

  test("readers hear of commits of their check, after the commit", async () => {
    await createCheck(store(), newCheck("watched"));
    await createCheck(store(), newCheck("other"));
    const changes = await watchChanges(store());
    const heard: (string | null | undefined)[] = [];
    let next = () => {};
    const off = changes.on("watched", () => next());
    const hear = () =>
      new Promise<void>((resolve) => {
        next = resolve;
      });
    for (const failure of ["one", "two"]) {
      const told = hear();
      await write("other", "x");
      await expect(write("watched", "never", true)).rejects.toThrow("not committed");
      await write("watched", failure);
      await told;
      heard.push((await readProgress(store(), "watched"))?.failure);
    }
    off();
    next = () => heard.push("after the end");
    await write("watched", "three");
    await changes.close();
    expect(heard).toEqual(["one", "two"]);
  });
});
