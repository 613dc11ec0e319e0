/**
 * After a form: the browser reads the page anew, and going back does not send the form again. What stood in the form's
 * own address may stand in the page's, and a header takes ASCII alone.
 */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: encodeURI(path), "cache-control": "no-store" } });
