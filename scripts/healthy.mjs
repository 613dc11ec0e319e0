// Ends with 0 where the app on this machine serves and can use its store. For HEALTHCHECK and for monitors.
const port = process.env.PORT || "3000";
const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
