/**
 * After a form: the browser reads the page anew, and going back does not send the form again. What stood in the form's
 * own address may stand in the page's, and a header takes ASCII alone. What is encoded already stays as it is.
 */
export const seeOther = (path: string): Response => {
  const { pathname, search, hash } = new URL(path, "http://localhost");
  const headers = { location: `${pathname}${search}${hash}`, "cache-control": "no-store" };
  return new Response(null, { status: 303, headers });
};
