import { linkOf, type Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** For a pinned post, a profile, another network: it has to make sense to somebody who sees nothing else. */
export const shortPost: Template<Mover> = [
  (mover, { say }) =>
    paragraphs(say("short.address", { new: mover.new }), say("short.before", { old: mover.old, link: linkOf(mover) })),
  (mover, { say }) => say("short.shortest", { old: mover.old, link: linkOf(mover) }),
];
