/** Loaded before a child's own program: when the channel to the launcher closes, however the launcher died, the child ends. */
const GRACE_MS = 8_000;

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS).unref();
});
// Listening must not keep a child alive that has finished.
process.channel?.unref();
