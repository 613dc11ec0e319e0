/** A row of GoToSocial 0.20: no digest, and its own way of starring names out. */
export const block = (domain: string, comment = "") => ({
  domain,
  suspended_at: "2026-11-20T22:07:48.000Z",
  comment,
  severity: "suspend",
});

export const NO_TOKEN = { status: 401, body: { error: "Unauthorized: token not supplied" } };
export const UNSIGNED = {
  status: 401,
  body: { error: "Unauthorized: http request wasn't signed or http signature was invalid: (verifier)" },
};
