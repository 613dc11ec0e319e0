import { Problem } from "../problem.ts";
import { SignInBegun, SignInInput, WaitingPeople, WaitingQuery } from "../sign-in.ts";
import { type ApiCall, wrongKey } from "./call.ts";

/** What an owner lets a check see and do with one of the two accounts. */
export const SIGN_IN_CALLS: readonly ApiCall[] = [
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
];
