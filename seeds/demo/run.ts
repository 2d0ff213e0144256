import { ArrayContains, type FindOptionsWhere } from "typeorm";
import { dayIn } from "../../server/kernel/zone.ts";
import { personAsActor, type Role, User } from "../../server/modules/identity/index.ts";
import { openHouse } from "../../server/open-house.ts";
import { type Actor, system } from "../../server/platform/actor.ts";
import type { ServerConfig } from "../../server/platform/config.ts";
import { Context } from "../../server/platform/context.ts";
import { done } from "../../server/platform/outcome.ts";
import { admitDemoMembers } from "./admit.ts";
import { seedDemoPersons } from "./identity.ts";
import { auditsChapter } from "./audits.ts";
import { applicationsChapter } from "./applications.ts";
import { assessmentsChapter } from "./assessments.ts";
import { casesChapter } from "./cases.ts";
import { normsChapter } from "./norms.ts";
import { pledgesChapter } from "./pledges.ts";
import { repairsChapter } from "./repairs.ts";
import { rewardsChapter } from "./rewards.ts";
import type { Chapter, Story } from "./story.ts";

/** What happens in the story once its people are there, in order. */
const chapters: readonly Chapter[] = [pledgesChapter, normsChapter, assessmentsChapter, auditsChapter, applicationsChapter, rewardsChapter, casesChapter, repairsChapter];

const PEOPLE_CAME = "2026-01-01T00:30:00Z";

/**
 * Tells the demo story, by the services everybody uses and on a calendar of its own; only the newcomer, firms that apply, and one that asks for repair come a little before it is told, which is now
 * unless said. Told again, it changes nothing. Throws in production.
 */
export async function seedDemo(config: ServerConfig, tell: (line: string) => void, toldAt?: Date): Promise<void> {
  if (!config.demo) throw new Error("The demo association is never loaded into production: its passwords are known to everybody.");
  const { source, services } = await openHouse(config, "seed");
  const opened: Context[] = [];
  const at = (instant: string, actor: Actor = system) => {
    const ctx = new Context({ source, actor, requestId: `demo-${instant}`, now: new Date(instant) });
    opened.push(ctx);
    return ctx;
  };
  try {
    const { now } = new Context({ source, actor: system, requestId: "demo", ...(toldAt && { now: toldAt }) });
    const toldOn = dayIn(config.zone, now);
    const members = await admitDemoMembers(at, services, toldOn);
    tell(`demo story: ${members.size} members`);
    await seedDemoPersons(at(PEOPLE_CAME), members, services);
    tell("demo story: people");
    const story: Story = {
      services, members, at, toldOn, administratorOf: (key) => person(at, "MEMBER_ADMIN", members.get(key)), officer: () => person(at, "OFFICER"),
      personOf: (email) => personWhere(at, { email }), panel: () => person(at, "PANEL"),
    };
    for (const chapter of chapters) {
      await chapter.tell(story);
      await Promise.all(opened.splice(0).map((ctx) => ctx.endReads()));
      tell(`demo story: ${chapter.name}`);
    }
  } finally {
    await Promise.all(opened.map((ctx) => ctx.endReads()));
    await source.destroy();
  }
}

/** The first to have joined with a role. */
function person(at: Story["at"], role: Role, memberId?: string): Promise<Actor> {
  return personWhere(at, { roles: ArrayContains([role]), ...(memberId === undefined ? {} : { memberId }) });
}

async function personWhere(at: Story["at"], where: FindOptionsWhere<User>): Promise<Actor> {
  const outcome = await at(PEOPLE_CAME).inTransaction(async (tx) => done(await tx.db.findOneOrFail(User, { where, order: { joinedAt: "ASC" } })));
  if (!outcome.ok) throw new Error("Nobody like that is in the story.");
  return personAsActor(outcome.value, null, "203.0.113.20");
}
