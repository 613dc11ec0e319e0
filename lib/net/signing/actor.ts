import { createHash, createPublicKey } from "node:crypto";

/** The account of this copy of Housewarming itself: nobody to follow, only the owner of a key. */
export type ActorParts = {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly publicPem: string;
};

export const ACTOR_NAME = "housewarming";
const FINGERPRINT = 12;

export const actorId = (publicUrl: string): string => `${publicUrl}/actor`;

/**
 * The name of the key holds its fingerprint. GoToSocial keeps a key by its name for good, so that another key under the
 * same name would never be believed.
 */
export const keyIdOf = ({ publicUrl, publicPem }: ActorParts): string =>
  `${actorId(publicUrl)}#${fingerprintOf(publicPem)}`;

function fingerprintOf(publicPem: string): string {
  const key = createPublicKey(publicPem).export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("hex").slice(0, FINGERPRINT);
}

/** What stands at `/actor`. Inbox and outbox are named because servers refuse actors without; nothing is read there. */
export function actorDocument({ publicUrl, publicPem }: ActorParts) {
  const id = actorId(publicUrl);
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id,
    type: "Application",
    preferredUsername: ACTOR_NAME,
    name: "Housewarming",
    summary: "Asks, on a person's request, why followers did not come along when that person moved.",
    url: `${publicUrl}/bot`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    manuallyApprovesFollowers: true,
    discoverable: false,
    indexable: false,
    publicKey: { id: keyIdOf({ publicUrl, publicPem }), owner: id, publicKeyPem: publicPem },
  } as const;
}
