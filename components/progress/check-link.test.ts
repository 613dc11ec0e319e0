import { expect, it } from "vitest";
import { readCheckLink } from "./check-link.ts";

it.each([
  ["https://house.example/check/8sK2#key=ab-c_1", { id: "8sK2", key: "ab-c_1" }],
  [" https://house.example/check/8sK2/messages#key=abc \n", { id: "8sK2", key: "abc" }],
  ["#key=abc", { id: "here", key: "abc" }],
  ["https://house.example/check/8sK2", null],
  ["https://house.example/check/8sK2#part", null],
  ["https://house.example/#key=abc", null],
  ["", null],
])("reads %j", (text, link) => expect(readCheckLink(text, "here")).toEqual(link));
