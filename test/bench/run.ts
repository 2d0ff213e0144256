/** `npm run bench`: each workload beside its limit in one run. Figures are ratios; what a machine does per second is its own affair. */
import { Command } from "commander";
import { auditKills } from "./audit-kills.ts";
import { auditMonths, auditRun } from "./audit-run.ts";
import { certificates } from "./certificates.ts";
import { creditFileLoad } from "./credit-file.ts";
import { openHouse, type House } from "./house.ts";
import { jobs } from "./jobs.ts";
import { measure, type Measured, type Workload } from "./measure.ts";
import { memberPageLoad } from "./member-page.ts";
import { regrade } from "./regrade.ts";
import { table } from "./table.ts";

const names = ["member-page", "audit-run", "certificates", "jobs", "credit-file", "regrade"] as const;

const { json, quick, only, members } = new Command("bench")
  .option("--json", "print the figures as JSON")
  .option("--quick", "fewer members and rounds: whether everything still runs, and roughly how it stands")
  .option("--only <name>", `one of ${names.join(", ")}; or audit-kills, which measures nothing and takes many minutes`)
  .option("--members <count>", "how many members; 10000, or 2000 with --quick")
  .parse()
  .opts<{ json?: boolean; quick?: boolean; only?: string; members?: string }>();

const say = (line: string) => void process.stderr.write(`${line}\n`);
const size = Number(members ?? (quick ? 2_000 : 10_000));
const wanted = (name: (typeof names)[number]) => (only ?? name) === name;

/** Fewer rounds for a short look. */
const run = async (workload: Workload): Promise<Measured[]> => {
  say(`${workload.name} …`);
  return measure(quick ? { ...workload, rounds: 2 } : workload);
};

async function all(house: House): Promise<Measured[]> {
  const measured: Measured[] = [];
  if (wanted("member-page")) {
    const { workload, close } = await memberPageLoad(house, quick ? 1_000 : 4_000);
    measured.push(...(await run(workload)));
    close();
  }
  if (wanted("audit-run")) measured.push(...(await run(await auditRun(house))));
  if (wanted("certificates")) measured.push(...(await run(await certificates(house))));
  if (wanted("jobs")) {
    measured.push(...(await run(await jobs(house, "postgres"))));
    if (house.redisUrl) measured.push(...(await run(await jobs(house, "redis"))));
  }
  if (wanted("credit-file")) {
    const { workload, close } = await creditFileLoad(house, quick ? 1_000 : 4_000);
    measured.push(...(await run(workload)));
    close();
  }
  if (wanted("regrade")) measured.push(...(await run(await regrade(house))));
  return measured;
}

async function main(): Promise<void> {
  if (only === "audit-kills") return auditKills(size, say);
  if (only !== undefined && !names.some((name) => name === only)) throw new Error(`There is no workload ${only}; there are ${names.join(", ")} and audit-kills.`);
  const house = await openHouse({ members: size, withHistory: size / 5, say });
  try {
    if (wanted("member-page")) await auditMonths(house, 3);
    const measured = await all(house);
    process.stdout.write(json ? `${JSON.stringify({ members: size, measured }, null, 2)}\n` : `${table(measured)}\n`);
  } finally {
    await house.close();
  }
}

await main();
