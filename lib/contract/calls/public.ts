import { HandlePreview, Health } from "../preview.ts";
import { Problem } from "../problem.ts";
import { RemovalAnswer, RemovalInput } from "../removal.ts";
import { LookupAnswer, LookupInput, NewShare, PublicShare, ShareCreated, ShareStatus } from "../share.ts";
import { type ApiCall, wrongKey } from "./call.ts";

/** The page for followers, and what needs no check. */
export const PUBLIC_CALLS: readonly ApiCall[] = [
  {
    method: "post",
    path: "/api/checks/{id}/share",
    summary: "Make the page for followers, or give it new days.",
    owner: true,
    body: NewShare,
    answers: { 201: ShareCreated, 400: Problem, 403: Problem, 409: Problem, 415: Problem, 422: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/share",
    summary: "The page for followers and how long it shows numbers.",
    owner: true,
    answers: { 200: ShareStatus, ...wrongKey },
  },
  {
    method: "delete",
    path: "/api/checks/{id}/share",
    summary: "Take the page for followers away.",
    owner: true,
    answers: { 204: null, 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/shares/{token}",
    summary: "What the page for followers shows. No follower and no follower's server.",
    answers: { 200: PublicShare, 410: Problem },
  },
  {
    method: "post",
    path: "/api/shares/{token}/lookup",
    summary: "What one server publishes about the move's two servers, and where to follow from there.",
    body: LookupInput,
    answers: { 200: LookupAnswer, 400: Problem, 410: Problem, 413: Problem, 415: Problem, 422: Problem, 429: Problem },
  },
  {
    method: "get",
    path: "/api/handles",
    summary: "What an address leads to. Never former addresses.",
    answers: { 200: HandlePreview, 422: Problem, 429: Problem },
  },
  {
    method: "post",
    path: "/api/removals",
    summary: "Take away every check and page about an account whose profile holds the word that /remove shows.",
    body: RemovalInput,
    answers: { 200: RemovalAnswer, 303: null, 400: Problem, 403: Problem, 413: Problem, 415: Problem, 422: Problem },
  },
  {
    method: "get",
    path: "/api/health",
    summary: "Whether this process serves, and can use its store.",
    answers: { 200: Health, 503: Health },
  },
  {
    method: "get",
    path: "/api/openapi.json",
    summary: "This document.",
    answers: { 200: "application/json" },
  },
];
