import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format.ts";
import "./year-grid.css";

/** What is worth a sign on a day: a weekday off, a rest day worked. */
export type DaySign = "off" | "worked";

interface YearGridProps {
  year: number;
  /** The weekdays worked, 1 for Monday to 7. */
  workingWeekdays: readonly number[];
  /** The days that are not as their weekday says, as `2026-10-01`, each with its sign and why. */
  signs: ReadonlyMap<string, { sign: DaySign; why: string }>;
  /** The day to be outlined. */
  now: string;
  /** What the signs mean. */
  words: Record<DaySign, string>;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const dayOf = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The twelve months of a year, weeks from Monday, with a sign on each day that is not as its weekday says. */
export function YearGrid({ words, ...year }: YearGridProps) {
  return (
    <>
      <ul className="hall-year-key">
        {(["off", "worked"] as const).map((sign) => (
          <li key={sign}>
            <span className={`hall-day-${sign}`} aria-hidden="true" />
            {words[sign]}
          </li>
        ))}
      </ul>
      <div className="hall-year">
        {months.map((month) => (
          <Month key={month} month={month} {...year} />
        ))}
      </div>
    </>
  );
}

function Month({ year, month, workingWeekdays, signs, now }: Omit<YearGridProps, "words"> & { month: number }) {
  const { i18n } = useTranslation();
  const format = useFormat();
  const short = new Intl.DateTimeFormat(i18n.language, { weekday: "narrow", timeZone: "UTC" });
  const long = new Intl.DateTimeFormat(i18n.language, { weekday: "long", timeZone: "UTC" });
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weeks = Array.from({ length: Math.ceil((first + count) / 7) }, (_, week) => weekdays.map((weekday) => week * 7 + weekday - first));
  const classOf = (day: string, weekday: number) =>
    [signs.has(day) ? `hall-day-${signs.get(day)?.sign ?? ""}` : workingWeekdays.includes(weekday) ? "" : "hall-day-rest", day === now ? "hall-day-now" : ""].join(" ").trim();
  return (
    <table className="hall-month">
      <caption>{format.month(`${year}-${String(month).padStart(2, "0")}`)}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => {
            const sample = new Date(Date.UTC(2024, 0, weekday)); // 1 January 2024 was a Monday.
            return (
              <th key={weekday} scope="col" abbr={long.format(sample)}>
                {short.format(sample)}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((number, index) => {
              if (number < 1 || number > count) return <td key={number} />;
              const day = dayOf(year, month, number);
              return (
                <td key={number} className={classOf(day, index + 1)} title={signs.get(day)?.why}>
                  {number}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
