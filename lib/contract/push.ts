import { z } from "zod";

const LONGEST = 1_000;
/** So many are told of one check. */
export const MOST_BROWSERS = 5;

/** What a browser has when it subscribed: where its push service takes messages, and the keys to encrypt them with. */
export const PushInput = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(LONGEST),
  p256dh: z.string().regex(/^[\w-]{87}=?$/),
  auth: z.string().regex(/^[\w-]{22}(?:==)?$/),
  /** Of the words; one of the interface. */
  language: z.string().max(20).optional(),
});
/** For a browser that forgets all: the digest of the address by which it is told, where it is. */
export const ForgetQuery = z.object({ device: z.string().max(100).optional() });
export type PushInput = z.infer<typeof PushInput>;
