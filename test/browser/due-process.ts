import type { Browser, BrowserContext } from "playwright-core";
import { authenticator } from "./keyboard.ts";
import { ask, openWindow, signIn } from "./person.ts";

interface Problems {
  problems: { code: string; path: string }[];
}

/** A window in which somebody of the demo story has just proved who they are, so that grave acts are open for ten minutes. */
export async function provenWindow(browser: Browser, email: string): Promise<BrowserContext> {
  const window = await openWindow(browser);
  await signIn(window, email);
  const { viewer } = await ask<{ viewer: { demoHint: object } }>(window, "{ viewer { demoHint { password code } } }");
  await does(window, "mutation ($input: StepUpInput!) { act: stepUp(input: $input) { problems { code path } } }", { input: viewer.demoHint });
  return window;
}

export interface PanelMember {
  name: string;
  userId: string;
  window: BrowserContext;
}

const password = "seven lamps above the quay";
let invited = 0;

/** Somebody new on the panel: invited by an officer, with an account and a second factor of their own, and their identity proved. */
export async function newPanelMember(browser: Browser, officer: BrowserContext, name: string): Promise<PanelMember> {
  const email = `panel-${Date.now()}-${(invited += 1)}@guild.example`;
  const { link } = await does<{ link: string }>(officer, "mutation ($input: InvitationSendInput!) { act: invitationSend(input: $input) { link problems { code path } } }", { input: { email, role: "PANEL" } });
  const token = new URL(link).hash.slice(1);
  const window = await openWindow(browser);
  await does(window, "mutation ($input: InvitationAcceptInput!) { act: invitationAccept(input: $input) { problems { code path } } }", { input: { name, password, token } });
  await does(window, "mutation ($input: SignInInput!) { act: signIn(input: $input) { problems { code path } } }", { input: { email, password } });
  const { act } = await ask<{ act: { secret: string } }>(window, "mutation { act: totpEnrolmentBegin { secret problems { code } } }");
  const code = authenticator(act.secret);
  await does(window, "mutation ($code: String!) { act: totpEnrolmentConfirm(code: $code) { problems { code path } } }", { code: code() });
  await does(window, "mutation ($input: StepUpInput!) { act: stepUp(input: $input) { problems { code path } } }", { input: { password, code: code() } });
  const { viewer } = await ask<{ viewer: { id: string } }>(window, "{ viewer { id } }");
  return { name, userId: viewer.id, window };
}

/** Does an act named `act`, whose refusal is a failure of the story. */
export async function does<Payload = object>(window: BrowserContext, mutation: string, variables: object): Promise<Payload> {
  const { act } = await ask<{ act: Payload & Problems }>(window, mutation, variables);
  if (act.problems.length > 0) throw new Error(`${mutation} was refused: ${JSON.stringify(act.problems)}`);
  return act;
}

export interface Seen {
  id: string;
  revision: number;
}

/** An act on a case or an appeal: its name, its input without the record, and the record as it was seen. Answers how it stands afterwards. */
export async function takes(window: BrowserContext, name: string, input: object): Promise<Seen> {
  const record = name.startsWith("appeal") ? "appeal" : "case";
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const act = await does<{ record: Seen }>(window, `mutation ($input: ${type}!) { act: ${name}(input: $input) { record: ${record} { id revision } problems { code path } } }`, { input });
  return act.record;
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A case against a firm, of which it has been told. */
export async function toldCase(officer: BrowserContext, firm: BrowserContext, title: string): Promise<Seen> {
  const occurredOn = isoDay(Date.now() - 3 * 86_400_000);
  const { viewer } = await ask<{ viewer: { member: { id: string } } }>(firm, "{ viewer { member { id } } }");
  const { clausesInForce } = await ask<{ clausesInForce: { versionId: string; code: string }[] }>(officer, "query ($on: Date!) { clausesInForce(on: $on) { versionId code } }", { on: occurredOn });
  const charges = clausesInForce.filter(({ code }) => code === "C3" || code === "N3.1").map(({ versionId, code }) => ({ versionId, code }));
  const statement = "On three market days the stall asked for more than the price it had marked. An inspector noted the marks and the receipts.";
  const opened = await takes(officer, "caseOpen", { memberId: viewer.member.id, title, statement, occurredOn, charges, source: null });
  return takes(officer, "caseNoticeServe", { ...opened });
}

const proposal = {
  outcome: "SANCTION", step: "SUSPENSION", months: 3, amount: null, legalBasis: null, mitigations: ["SELF_REPORTED", "COOPERATED"], upheld: ["C3"],
  reasons: "The marks and the receipts differ on three days. The firm reported it itself and helped to clear it up.",
};

/** As `toldCase`, answered in full, drafted, with people seated who declared that they have no interest. */
export async function laidCase(officer: BrowserContext, firm: BrowserContext, told: Seen, panel: readonly PanelMember[]): Promise<Seen> {
  await does(firm, "mutation ($input: CaseAnswerInput!) { act: caseAnswer(input: $input) { problems { code path } } }", { input: { id: told.id, text: "The list at the stall was last week’s.\nWe have changed how it is printed.", fileIds: [], final: true } });
  const drafted = await takes(officer, "caseDraftSave", { ...told, ...proposal });
  await takes(officer, "casePanelSeat", { ...drafted, userIds: panel.map(({ userId }) => userId) });
  for (const { window } of panel) await declares(window, drafted.id);
  return drafted;
}

/** As `laidCase`, decided as drafted, told to the firm, and appealed by it. */
export async function appealedCase(officer: BrowserContext, firm: BrowserContext, told: Seen, panel: readonly PanelMember[]): Promise<Seen> {
  const laid = await laidCase(officer, firm, told, panel);
  for (const { window } of panel) await takes(window, "caseVoteCast", { ...laid, choice: "IMPOSE", reason: "The receipts speak for themselves." });
  const [chair] = panel;
  if (chair === undefined) throw new Error("A panel has members.");
  await takes(officer, "caseDecisionServe", await takes(chair.window, "caseDecide", { ...laid }));
  return takes(firm, "appealFile", { caseId: laid.id, grounds: ["EXCESSIVE"], text: "A warning would have been enough: nobody lost anything.", fileIds: [] });
}

export const declares = (window: BrowserContext, id: string) =>
  does(window, "mutation ($input: PanelInterestDeclareInput!) { act: panelInterestDeclare(input: $input) { problems { code path } } }", { input: { id, interested: false, declaration: "" } });

/** Sees to it that there is a case of each kind to be looked at: one that is being answered, one before a panel, one that was decided and appealed. */
export async function casesInCourse(browser: Browser): Promise<void> {
  const [officer, answering, drafted, appealing] = [
    await provenWindow(browser, "officer@guild.example"), await provenWindow(browser, "admin04@guild.example"), await provenWindow(browser, "admin05@guild.example"),
    await provenWindow(browser, "admin06@guild.example"),
  ];
  const panel: PanelMember[] = [];
  for (const name of ["Au Man-kit", "Poon Wai-yee", "Tam Siu-fan"]) panel.push(await newPanelMember(browser, officer, name));
  await toldCase(officer, answering, "Prices above those marked");
  await laidCase(officer, drafted, await toldCase(officer, drafted, "Scales that read too much"), panel);
  await appealedCase(officer, appealing, await toldCase(officer, appealing, "Stale goods sold as fresh"), panel);
  for (const window of [officer, answering, drafted, appealing, ...panel.map((person) => person.window)]) await window.close();
}
