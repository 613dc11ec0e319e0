import { defineCause } from "#lib/domain/diagnosis/cause.ts";

/**
 * Small servers close, most without a word; their people stay in the lists of others for years.
 * A server that says 410 everywhere has said that it is gone. One that is silent may be back tomorrow,
 * so silence counts only when it was met again after a day, and never as proof.
 */
export const serverGone = defineCause({
  id: "server-gone",
  group: "nobody",
  kind: "positive",
  modes: ["moved", "planned"],
  needs: ["server"],
  judge: ({ server }) => (server.value === "gone" ? server.certainty : "no"),
  decidesClear: false,
  whateverTarget: "cut-off",
  stands: null,
  helps: "none",
  personal: false,
  public: null,
  contact: { by: "nothing", why: "nobody-reads" },
  showsNewAddress: false,
  listed: true,
});
