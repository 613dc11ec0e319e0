/** The account of this copy of Housewarming itself: nobody to follow, only the owner of a key. */
export type ActorParts = {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly publicPem: string;
};

export const actorId = (publicUrl: string): string => `${publicUrl}/actor`;
export const keyIdOf = (publicUrl: string): string => `${actorId(publicUrl)}#main-key`;

/** What stands at `/actor`. Inbox and outbox are named because servers refuse actors without; nothing is read there. */
export function actorDocument({ publicUrl, publicPem }: ActorParts) {
  const id = actorId(publicUrl);
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id,
    type: "Application",
    preferredUsername: "housewarming",
    name: "Housewarming",
    summary: "Asks, on a person's request, why followers did not come along when that person moved.",
    url: `${publicUrl}/bot`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    manuallyApprovesFollowers: true,
    discoverable: false,
    indexable: false,
    publicKey: { id: keyIdOf(publicUrl), owner: id, publicKeyPem: publicPem },
  } as const;
}
