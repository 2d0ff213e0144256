import { z } from "zod";
import { defineEvent } from "../../../platform/events.ts";

const aboutCase = z.object({ caseId: z.string(), memberId: z.string() });

export const caseOpened = defineEvent({ name: "case.opened", payload: aboutCase });

export const caseNoticeServed = defineEvent({ name: "case.notice-served", payload: aboutCase.extend({ answerDays: z.int() }) });

export const caseAnswered = defineEvent({ name: "case.answered", payload: aboutCase.extend({ answerId: z.string() }) });

export const caseAnswerExtended = defineEvent({ name: "case.answer-extended", payload: aboutCase.extend({ answerDays: z.int(), reason: z.string() }) });

export const caseClockPaused = defineEvent({ name: "case.clock-paused", payload: aboutCase.extend({ reason: z.string() }) });

export const caseClockResumed = defineEvent({ name: "case.clock-resumed", payload: aboutCase });

export const caseDrafted = defineEvent({ name: "case.drafted", payload: aboutCase.extend({ revision: z.int() }) });

export const caseReturned = defineEvent({ name: "case.returned", payload: aboutCase.extend({ reason: z.string() }) });

export const caseDropped = defineEvent({ name: "case.dropped", payload: aboutCase.extend({ reason: z.string() }) });

export const caseClosed = defineEvent({ name: "case.closed", payload: aboutCase.extend({ closedOn: z.string() }) });
