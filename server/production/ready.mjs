/** The API's health check: ends with 0 when `/readyz` says that it can do its work. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).catch(() => null);
process.exitCode = answer?.ok ? 0 : 1;
