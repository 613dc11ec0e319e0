import { CheckCreated, Mark, MoreInput, NewCheck } from "../check-input.ts";
import { CheckState } from "../check-state.ts";
import { Problem } from "../problem.ts";
import { ForgetQuery } from "../push.ts";
import { type ApiCall, wrongKey } from "./call.ts";

/** A check from its beginning to its end, and what its owner hands in. */
export const CHECK_CALLS: readonly ApiCall[] = [
  {
    method: "post",
    path: "/api/checks",
    summary: "Start a check. Also takes the start page's form, and answers it with a redirect and a cookie.",
    body: NewCheck,
    answers: { 201: CheckCreated, 303: null, 400: Problem, 413: Problem, 415: Problem, 422: Problem, 429: Problem },
  },
  {
    method: "post",
    path: "/api/checks/{id}/session",
    summary: "Turn the key of a link into a cookie.",
    owner: true,
    answers: { 204: null, ...wrongKey },
  },
  {
    method: "delete",
    path: "/api/keys",
    summary:
      "Take every key back that this browser holds: its checks open with their private links alone, and it is told of none.",
    query: ForgetQuery,
    answers: { 204: null, 403: Problem },
  },
  {
    method: "get",
    path: "/api/checks/{id}",
    summary: "Where a check stands.",
    owner: true,
    answers: { 200: CheckState, ...wrongKey },
  },
  {
    method: "delete",
    path: "/api/checks/{id}",
    summary: "Delete a check and everything kept for it.",
    owner: true,
    answers: { 204: null, 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/events",
    summary: "Server-sent events: state, servers, counts. The id of an event is the revision it brings the reader to.",
    owner: true,
    answers: { 200: "text/event-stream", ...wrongKey },
  },
  {
    method: "post",
    path: "/api/checks/{id}/input",
    summary:
      "Hand in more: a list from before, a move date, a block list, an answer by hand, the new address, whom the mover follows.",
    owner: true,
    body: MoreInput,
    answers: {
      202: null,
      400: Problem,
      403: Problem,
      409: Problem,
      413: Problem,
      415: Problem,
      422: Problem,
      ...wrongKey,
    },
  },
  {
    method: "put",
    path: "/api/checks/{id}/marks",
    summary: "Remember that somebody was asked, or is to be left alone.",
    owner: true,
    body: Mark,
    answers: { 204: null, 400: Problem, 403: Problem, 415: Problem, 422: Problem, ...wrongKey },
  },
  {
    method: "post",
    path: "/api/checks/{id}/cancel",
    summary: "Stop, and keep what is there.",
    owner: true,
    answers: { 202: null, 403: Problem, 409: Problem, ...wrongKey },
  },
];
