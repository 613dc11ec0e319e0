import type { Scenario } from "../make/scenario.ts";

export const wholeEndingBlocked: Scenario = {
  name: "whole-ending-blocked",
  about: "A server suspends everything under one ending, and the new account is there.",
  old: { at: "alice@old.example", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.example": { list: "public", blocks: { test: "suspend" } } },
  followers: { "near.example": ["nils"], "far.example": ["fred", "fiona"] },
};
