import type { Services } from "../../server/compose.ts";
import type { Actor } from "../../server/platform/actor.ts";
import type { Context } from "../../server/platform/context.ts";

/** What the chapters of the demo story have in common. */
export interface Story {
  services: Services;
  /** Ids of the demo members by their keys, `member01` to `member12`; complete once they were admitted. */
  members: ReadonlyMap<string, string>;
  /** The house at an instant of the story's own calendar, as somebody or, unless said, as the house itself. */
  at: (instant: string, actor?: Actor) => Context;
  /** The day on which it is told. What must look recent is told as so many days before it. */
  toldOn: string;
  /** The administrator of a member. */
  administratorOf: (key: string) => Promise<Actor>;
  /** The officer of the association, identity just proved. */
  officer: () => Promise<Actor>;
  /** Somebody of the story by their address, identity just proved. */
  personOf: (email: string) => Promise<Actor>;
  /** The member of the panel, likewise. */
  panel: () => Promise<Actor>;
}

/** One part of the story. Told again, it leaves what is there as it is. */
export interface Chapter {
  name: string;
  tell: (story: Story) => Promise<void>;
}
