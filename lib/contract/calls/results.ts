import { ExportedReport } from "../evidence.ts";
import { Problem } from "../problem.ts";
import { FollowedServers, FollowersPage, FollowersQuery, Report, ReportQuery, ReportServer } from "../report.ts";
import { type ApiCall, wrongKey } from "./call.ts";

/** What a check found, to be read or taken along. */
export const RESULT_CALLS: readonly ApiCall[] = [
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
];
