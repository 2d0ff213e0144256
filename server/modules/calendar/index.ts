export { CalendarDay } from "./calendar-day.entity.ts";
export { calendarDayRestored, calendarDayDecided, holidaysEntered } from "./calendar.events.ts";
export { workingCalendar } from "./calendar.queries.ts";
export { CalendarService } from "./calendar.service.ts";
export { type Clock, type ClockReading, dueDay, type Pause, readClock, type Term } from "./clock.rules.ts";
export { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from "./working-calendar.rules.ts";
