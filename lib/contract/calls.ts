import type { z } from "zod";
import { CheckCreated, Mark, MoreInput, NewCheck } from "./check-input.ts";
import { CheckState, FeedQuery, History, LooksChoice } from "./check-state.ts";
import { ExportedReport } from "./evidence.ts";
import { HandlePreview, Health } from "./preview.ts";
import { Problem } from "./problem.ts";
import { ForgetQuery, PushInput } from "./push.ts";
import { RemovalAnswer, RemovalInput } from "./removal.ts";
import { FollowedServers, FollowersPage, FollowersQuery, Report, ReportQuery, ReportServer } from "./report.ts";
import { LookupAnswer, LookupInput, NewShare, PublicShare, ShareCreated, ShareStatus } from "./share.ts";
import { SignInBegun, SignInInput, WaitingPeople, WaitingQuery } from "./sign-in.ts";

/** One call of the HTTP API. The OpenAPI document is made from this table, and a test holds it against the routes. */
export type ApiCall = {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly owner?: true;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Null: no body. A text: its media type. */
  readonly answers: Readonly<Record<number, z.ZodType | string | null>>;
};

const wrongKey = { 404: Problem };

export const CALLS: readonly ApiCall[] = [
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
    method: "get",
    path: "/api/checks/{id}/report",
    summary: "The report, partial until the check is done. `followers=none` leaves the people out.",
    owner: true,
    query: ReportQuery,
    answers: { 200: Report, 422: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/followers",
    summary: "Followers in pages.",
    owner: true,
    query: FollowersQuery,
    answers: { 200: FollowersPage, 422: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/servers/{host}",
    summary: "One server.",
    owner: true,
    answers: { 200: ReportServer, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/following",
    summary: "Before a move: whom the mover follows, by server, and whether each candidate could follow them.",
    owner: true,
    answers: { 200: FollowedServers, 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/following.csv",
    summary: "The same as a table, one row a person.",
    owner: true,
    answers: { 200: "text/csv", 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/snapshot.csv",
    summary: "The followers alone, in a table that other programs read.",
    owner: true,
    answers: { 200: "text/csv", 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/snapshot.json",
    summary: "The followers alone, to be handed in again as the list from before.",
    owner: true,
    answers: { 200: "application/json", 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/export.csv",
    summary: "Followers as a table.",
    owner: true,
    answers: { 200: "text/csv", 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/export.json",
    summary:
      "The report with all followers and the evidence behind it: to be handed in as the list from before, or judged again.",
    owner: true,
    answers: { 200: ExportedReport, 403: Problem, ...wrongKey },
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
  {
    method: "post",
    path: "/api/checks/{id}/cancel",
    summary: "Stop, and keep what is there.",
    owner: true,
    answers: { 202: null, 403: Problem, 409: Problem, ...wrongKey },
  },
  {
    method: "post",
    path: "/api/checks/{id}/signin",
    summary:
      "Sign in with one of the two accounts, to read. Answers where the browser goes; it comes back to /signin/back. `fields.account` says why not.",
    owner: true,
    body: SignInInput,
    answers: { 201: SignInBegun, 400: Problem, 403: Problem, 409: Problem, 415: Problem, 422: Problem, ...wrongKey },
  },
  {
    method: "delete",
    path: "/api/checks/{id}/signin",
    summary: "Give up what was let in: the token is taken back where its software allows that, and forgotten here.",
    owner: true,
    answers: { 204: null, 403: Problem, ...wrongKey },
  },
  {
    method: "get",
    path: "/api/checks/{id}/requests",
    summary: "Who asked to follow the new account and waits, by name, as its owner saw it after signing in.",
    owner: true,
    query: WaitingQuery,
    answers: { 200: WaitingPeople, ...wrongKey },
  },
  {
    method: "post",
    path: "/api/checks/{id}/requests/accept",
    summary:
      "Let in exactly those whom the call above lists. Answers where the browser goes to allow it; on its way back the check begins. The check's state tells how far it is, in `signIns`. `fields.account` says why not.",
    owner: true,
    answers: { 201: SignInBegun, 403: Problem, 409: Problem, ...wrongKey },
  },
  {
    method: "delete",
    path: "/api/checks/{id}/requests/accept",
    summary: "Stop letting people in. Who was let in by then stays in.",
    owner: true,
    answers: { 204: null, 403: Problem, ...wrongKey },
  },
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
