import { CalendarService } from "../../server/modules/calendar/index.ts";
import { publicHolidays } from "./calendar/public-holidays.ts";
import { each, type ReferencePart } from "./part.ts";

/** The public holidays, as far as they are announced. */
export const calendarPart: ReferencePart = {
  name: "public holidays",
  enter: (tx, { workingDays }) => each([...publicHolidays()], ([year, days]) => new CalendarService(workingDays.timeZone).enterAnnounced(tx, year, days)),
};
