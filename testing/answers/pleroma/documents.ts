import { nodeinfo } from "../activitypub/documents.ts";

/** NodeInfo as Akkoma 3.16 and Pleroma 2 serve it, with what their admins let everybody read. */
export const withFederation = (name: string, federation: unknown) =>
  nodeinfo(name, "3.16.0-0-gabc", {
    metadata: { private: false, nodeName: "Far", features: ["pleroma_api", "mastodon_api"], federation },
  });

export const federation = (
  over: Readonly<Record<string, unknown>> = {},
  simple: Readonly<Record<string, unknown>> = {},
) => ({
  enabled: true,
  exclusions: false,
  mrf_policies: ["SimplePolicy", "HashtagPolicy"],
  mrf_simple: {
    reject: [],
    accept: [],
    followers_only: [],
    federated_timeline_removal: [],
    media_removal: [],
    media_nsfw: [],
    report_removal: [],
    reject_deletes: [],
    ...simple,
  },
  mrf_simple_info: { reject: { "old.example": { reason: "spam" } } },
  quarantined_instances: [],
  quarantined_instances_info: { quarantined_instances: {} },
  ...over,
});

export const account = (user: string, over: Readonly<Record<string, unknown>> = {}, hides = false) => ({
  id: `AB${user}`,
  acct: user,
  fqn: `${user}@far.example`,
  username: user,
  display_name: user,
  url: `https://far.example/users/${user}`,
  locked: false,
  note: "",
  followers_count: 0,
  pleroma: {
    ap_id: `https://far.example/users/${user}`,
    also_known_as: [],
    hide_followers: hides,
    hide_followers_count: hides,
  },
  akkoma: { instance: {} },
  ...over,
});
