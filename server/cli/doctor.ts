import type { Command } from "commander";
import type { Finding } from "./doctor/finding.ts";

/** `doctor [--json]`: looks at everything the house stands on and says what is wrong; exit code 1 when something must be mended. */
export function register(program: Command): void {
  program
    .command("doctor")
    .description("check this machine, the configuration and what they lead to")
    .option("--json", "print the findings as JSON")
    .action(async ({ json = false }: { json?: boolean }) => {
      const findings = await examine(new Date());
      const healthy = findings.every(({ state }) => state !== "failed");
      process.stdout.write(json ? `${JSON.stringify({ healthy, findings }, null, 2)}\n` : await tableOf(findings));
      if (!healthy) process.exitCode = 1;
    });
}

async function examine(at: Date): Promise<Finding[]> {
  const [{ attempted, failed, ok }, machine, { ConfigError, loadConfig }] = await Promise.all([
    import("./doctor/finding.ts"), import("./doctor/machine.ts"), import("../platform/config.ts"),
  ]);
  const own = [machine.checkNode(), machine.checkPackages(), machine.checkFonts()];
  try {
    const config = loadConfig();
    const { checkDatabase, checkRedis } = await import("./doctor/services.ts");
    const rest = await Promise.all([
      attempted("port", async () => [await machine.checkPort(config)]),
      attempted("data folder", () => machine.checkDataFolder(config)),
      attempted("signing key", async () => [await machine.checkSigningKey(config, at)]),
      attempted("database", () => checkDatabase(config)),
      attempted("queues", () => checkRedis(config)),
    ]);
    return [...own, ok("configuration", `${config.mode}, deadlines in ${config.zone}`), machine.checkProxies(config), ...rest.flat()];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...own, ...error.problems.map(({ variable, sentence }) => failed("configuration", `${variable} ${sentence}`))];
  }
}

async function tableOf(findings: readonly Finding[]): Promise<string> {
  const { aligned } = await import("../launch/terminal.ts");
  const signs = { ok: "✓", warning: "!", failed: "✗" };
  return `${aligned(findings.map(({ check, state, detail }) => [signs[state], check, detail])).join("\n")}\n`;
}
