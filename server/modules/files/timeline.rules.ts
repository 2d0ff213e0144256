import { type Localized, languages, type Language } from "../../kernel/language.ts";
import { dayInWords, periodInWords } from "../../kernel/in-words.ts";
import { isDay } from "../../kernel/period.ts";
import { TimelineEvent, type TimelineKind } from "./timeline-events.rules.ts";
import { named, sentences } from "./timeline-words.rules.ts";

/** What happened to a member on a day, or will if nothing else happens. */
export interface TimelineEntry {
  id: string;
  memberId: string;
  event: TimelineEvent;
  /** The association's day. */
  on: string;
  isComing: boolean;
  /** What it is about, as the data names it; null where the sentence needs no name. */
  about: Localized | null;
  facts: Record<string, string | null>;
  /** The record behind it; null for what has none of its own. */
  record: { kind: string; id: string } | null;
}

export const kindOfEvent = (event: TimelineEvent): TimelineKind => TimelineEvent[event];

/** The events of these kinds; of all where none is named. */
export const eventsOf = (kinds: readonly TimelineKind[] | null): TimelineEvent[] =>
  (Object.keys(TimelineEvent) as TimelineEvent[]).filter((event) => kinds === null || kinds.includes(TimelineEvent[event]));

/** An entry as one sentence in each language. A placeholder nobody fills stays visible, so that a broken source is seen. */
export function entryInWords({ event, about, facts }: Pick<TimelineEntry, "event" | "about" | "facts">): Localized {
  const write = (language: Language) => {
    const sentence = sentences[event][language];
    const filled = sentence.replace(/\[([^\]]*)\]/g, (_, part: string) => (slots(part).every((slot) => isSaid(slot, about, facts)) ? part : ""));
    return filled.replace(/\{(\w+)\}/g, (whole, slot: string) => (slot === "what" ? about?.[language] : written(slot, facts[slot], language)) ?? whole);
  };
  return Object.fromEntries(languages.map((language) => [language, write(language)])) as Localized;
}

const slots = (part: string): string[] => [...part.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? "");

const isSaid = (slot: string, about: Localized | null, facts: TimelineEntry["facts"]): boolean => (slot === "what" ? about : (facts[slot] ?? null)) !== null;

/** Days and periods are known by their form, what is one of a few by its name; everything else stands as it is. */
function written(slot: string, value: string | null | undefined, language: Language): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (isDay(value)) return dayInWords(value, language);
  return named[slot]?.[value]?.[language] ?? (slot === "period" ? periodInWords(value, language) : value);
}
