import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Localized } from "../../kernel/language.ts";

export const DaySource = { ANNOUNCED: "ANNOUNCED", ASSOCIATION: "ASSOCIATION" } as const;
export type DaySource = keyof typeof DaySource;

/** A day that is not as its weekday says. What the association decided about it goes before what was announced. */
@Entity("calendar_day")
export class CalendarDay {
  @PrimaryColumn("date") day: string;
  @PrimaryColumn("text") source: DaySource;
  @Column("boolean") working: boolean;
  /** Why: the festival, or the association's reason in the words it was given in. */
  @Column("jsonb") name: Localized;
}
