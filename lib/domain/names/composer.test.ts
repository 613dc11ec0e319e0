import { describe, expect, test } from "vitest";
import { composerIn } from "./composer.ts";

const CREATE = "https://w3id.org/fep/3b86/Create";
const hosts = ["far.example", "social.far.example"];
const read = (...templates: readonly string[]) =>
  composerIn(
    templates.map((template) => ({ rel: CREATE, template })),
    { hosts },
  );

describe("a server's own composer", () => {
  test("is the template that takes a text", () => {
    expect(read("https://social.far.example/share?text={content}")).toEqual({
      template: "https://social.far.example/share?text={content}",
      host: "social.far.example",
    });
  });

  test("is found whatever the case of the relation, and behind one that is of no use", () => {
    const good = "https://far.example/write?text={content}&close={on-success}";
    expect(
      composerIn(
        [
          { rel: "https://w3id.org/fep/3b86/Object", template: "https://far.example/open?x={content}" },
          { rel: CREATE, template: "https://evil.example/?{content}" },
          { rel: "HTTPS://W3ID.org/fep/3b86/CREATE", template: good },
        ],
        { hosts },
      ),
    ).toEqual({ template: good, host: "far.example" });
  });

  test.each([
    ["an answer to a post", "https://far.example/interactions?uri={inReplyTo}&intent=create"],
    ["an object", "https://far.example/create?x={object}"],
    ["another host", "https://evil.example/?{content}"],
    ["a script", "javascript:alert('{content}')"],
    ["plain http", "http://far.example/share?text={content}"],
    ["user information", "https://far.example@evil.example/?{content}"],
    ["user information on the right host", "https://me@far.example/?{content}"],
    ["a port", "https://far.example:8443/?{content}"],
    ["end of another name", "https://notfar.example/?{content}"],
    ["overlong", `https://far.example/?x=${"x".repeat(500)}&text={content}`],
    ["relative", "/share?text={content}"],
    ["empty", ""],
  ])("is not %s", (_, template) => expect(read(template)).toBeUndefined());

  test("may stand beside the handles' host where both have one owner", () => {
    const template = "https://www.far.example/share?text={content}";
    const offered = [{ rel: CREATE, template }];
    expect(composerIn(offered, { hosts: ["social.far.example"] })).toBeUndefined();
    const sameSite = (...two: readonly string[]) => two.every((host) => host.endsWith(".far.example"));
    expect(composerIn(offered, { hosts: ["social.far.example"], sameSite })?.host).toBe("www.far.example");
  });
});
