import type { Scenario } from "../make/scenario.ts";

export const serversGone: Scenario = {
  name: "servers-gone",
  about:
    "Servers that died in every way there is: closed in good order, name gone, silent, parked, a proxy left behind.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "closed.test": { fault: "gone" },
    "nameless.invalid": { fault: "no-such-name" },
    "proxy.test": { fault: "bad-gateway" },
    "refusing.test": { fault: "refused" },
    "silent.test": { fault: "black-hole" },
    "expired.test": { fault: "expired-certificate" },
    "sold.test": { fault: "parked" },
  },
  followers: {
    "near.test": ["nils"],
    "closed.test": ["carl"],
    "nameless.invalid": ["ned"],
    "proxy.test": ["paul"],
    "refusing.test": ["ralf"],
    "silent.test": ["sid"],
    "expired.test": ["ella"],
    "sold.test": ["sue"],
  },
};
