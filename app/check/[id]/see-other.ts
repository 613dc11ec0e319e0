/** After a form: the browser reads the page anew, and going back does not send the form again. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
