import { CheckCreated } from "../check-input.ts";
import { FeedQuery, History, LooksChoice } from "../check-state.ts";
import { Problem } from "../problem.ts";
import { PushInput } from "../push.ts";
import { type ApiCall, wrongKey } from "./call.ts";

/** A check that goes on: its later looks, and how its owner hears of them. */
export const LOOK_CALLS: readonly ApiCall[] = [
  {
    method: "post",
    path: "/api/checks/{id}/look-back",
    summary:
      "Would another server have been better? Starts a planned check of the same account with the new server and those where most followers are, as if the move had not been made. 409: the check has not ended, or names nobody.",
    owner: true,
    answers: { 201: CheckCreated, 403: Problem, 409: Problem, 429: Problem, ...wrongKey },
  },
  {
    method: "post",
    path: "/api/checks/{id}/recheck",
    summary: "Ask again where people are missing and what is known is older than ten minutes.",
    owner: true,
    answers: { 202: null, 403: Problem, 409: Problem, ...wrongKey },
  },
  {
    method: "put",
    path: "/api/checks/{id}/looks",
    summary:
      "Whether a finished check looks again by itself: after 1, 3 and 7 days, then weekly while something changes.",
    owner: true,
    body: LooksChoice,
    answers: { 204: null, 400: Problem, 403: Problem, 409: Problem, 415: Problem, 422: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/history",
    summary: "The numbers of every reading so far.",
    owner: true,
    answers: { 200: History, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/feed.atom",
    summary: "The numbers of every reading as a feed, by the token in its address. It names nobody.",
    query: FeedQuery,
    answers: { 200: "application/atom+xml", ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/calendar.ics",
    summary: "The days of a check for a calendar: its next look, and its end.",
    owner: true,
    answers: { 200: "text/calendar", ...wrongKey },
  },
  {
    method: "put",
    path: "/api/checks/{id}/push/{device}",
    summary:
      "Tell this browser when a look has found something, by Web Push. `device` is the SHA-256 of its endpoint in base64url; `pushKey` of the check's state is the key to subscribe with. At most five of a check.",
    owner: true,
    body: PushInput,
    answers: { 204: null, 400: Problem, 403: Problem, 409: Problem, 415: Problem, 422: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/push/{device}",
    summary: "Whether this browser is told.",
    owner: true,
    answers: { 204: null, ...wrongKey },
  },
  {
    method: "delete",
    path: "/api/checks/{id}/push/{device}",
    summary: "Tell it nothing more.",
    owner: true,
    answers: { 204: null, 403: Problem, ...wrongKey },
  },
];
