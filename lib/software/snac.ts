import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

export const snac = {
  names: { snac: "snac", snac2: "snac" },
  family: "other",
  asks: "snac",
  moves: [
    {
      onMove: "carries-out",
      onlyIfMet: true,
      ...BOTH_WAYS,
      source:
        "activitypub.c; 2.75 takes the Move of a new account that it has never met and follows nobody, seen between servers",
    },
  ],
  blocks: null,
  paths: {},
  // Its web page has no settings for this: whoever runs the server types it. As `snac` prints it without arguments.
  ways: {
    aliases: "snac alias {basedir} {uid} {account}",
    move: "snac migrate {basedir} {uid}",
    exports: "snac export_csv {basedir} {uid}",
    imports: "snac import_csv {basedir} {uid}",
  },
} as const satisfies SoftwareFacts;
