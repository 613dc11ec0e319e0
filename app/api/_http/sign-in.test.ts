import { expect, it } from "vitest";
import { dropBinders, keepBinder } from "./sign-in.ts";

const COOKIE = { name: "signin_abc", value: "bound" };
const set = (publicUrl: string): string => {
  const headers = new Headers();
  keepBinder(headers, COOKIE, { publicUrl });
  return headers.get("set-cookie") ?? "";
};

it("binds the way back to the browser by a cookie that no script reads and no other site sends", () => {
  const plain = "signin_abc=bound; Path=/; HttpOnly; SameSite=Lax";
  expect(set("https://house.example")).toBe(`${plain}; Secure; Max-Age=900`);
  expect(set("http://localhost:3000")).toBe(`${plain}; Max-Age=900`);
});

it("takes every such cookie away on the way back, and no other one", () => {
  const headers = new Headers();
  const request = new Request("https://house.example/signin/back/new.example", {
    headers: { cookie: "signin_abc=bound; hw_check=key; signin_def=other" },
  });
  dropBinders(headers, request, { publicUrl: "https://house.example" });
  const dropped = headers.getSetCookie().map((one) => one.replace(/;.*Max-Age=0$/, ""));
  expect(dropped).toEqual(["signin_abc=", "signin_def="]);
});
