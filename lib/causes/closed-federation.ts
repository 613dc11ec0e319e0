import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Some servers talk only to those their admins have named. A move to a server not yet named leads out of
 * their world; nobody decided against anybody, and one name on a list is enough to open it. Before a move a list that
 * is not published may hold that name: then it is possible only.
 */
export const closedFederation = defineCause({
  id: "closed-federation",
  group: "admin",
  kind: "positive",
  modes: ["moved", "planned"],
  scope: ["setting"],
  applies: ({ setting }) => !setting.value.onTarget,
  needs: ["closed", "setting"],
  judge: ({ closed, setting }) => {
    if (!closed.value) return "no";
    return setting.value.mode === "planned" && closed.certainty !== "proven" ? "possible" : closed.certainty;
  },
  decidesClear: true,
  whateverTarget: null,
  stands: "before-new",
  helps: "letter",
  personal: true,
  public: "lets-only-named-in",
  contact: { by: "letter", why: "their-server-blocks" },
  showsNewAddress: false,
  listed: true,
});
