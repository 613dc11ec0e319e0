import { linkOf, type Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/**
 * The post from the new account. Its first line says the news and the new address, as the page and its card do, and has
 * the tap on the writer's own name: that works in every app, at once, and without a page of ours. The link is for those
 * whom a boost reaches somewhere else.
 */
export const publicPost: Template<Mover> = [
  (mover, { say }) =>
    paragraphs(
      say("public.tap", { old: mover.old, new: mover.new }),
      say("public.why"),
      say("public.elsewhere", { link: linkOf(mover) }),
      say("public.boosts"),
    ),
  (mover, { say }) =>
    paragraphs(
      say("public.tap", { old: mover.old, new: mover.new }),
      say("public.elsewhere", { link: linkOf(mover) }),
      say("public.boostsShort"),
    ),
  (mover, { say }) => say("public.shortest", { old: mover.old, link: linkOf(mover) }),
];
