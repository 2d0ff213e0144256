export { JournalResolver } from "./journal.resolver.ts";
