export { CalendarResolver } from "./calendar.resolver.ts";
