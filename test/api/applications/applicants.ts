import { creditCodeCheck } from "../../../server/modules/members/index.ts";
import { anonymous, system } from "../../../server/platform/actor.ts";
import type { Context } from "../../../server/platform/context.ts";
import { done } from "../../../server/platform/outcome.ts";
import { byRegistrar } from "../../../server/modules/identity/index.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

export interface Problem {
  code: string;
  path: string;
}

export interface OwnView {
  id: string;
  state: string;
  revision: number;
  creditCode: string;
  region: { code: string } | null;
  sites: { name: string; region: { code: string } }[];
  contact: { email: string };
  lapsesOn: string | null;
  missing: string[];
  accessMade: boolean;
  evidence: { id: string; name: string; kind: string }[];
  steps: { kind: string; reason: string | null; officer: string | null }[];
  clock: { state: string; due: string | null; left: number; pausedSince: string | null; isPressing: boolean } | null;
}

export interface Answer {
  application: OwnView | null;
  link: string | null;
  problems: Problem[];
}

const own = `{ id state revision creditCode region { code } sites { name region { code } } contact { email } lapsesOn missing accessMade evidence { id name kind } steps { kind reason officer }
  clock { state due left pausedSince isPressing } }`;
const answer = `{ application ${own} problems { code path } }`;

let codes = 0;
/** A credit code nobody had before. */
export function freshCode(): string {
  codes += 1;
  const stem = `91440300MA5Q${String(codes).padStart(5, "0")}`;
  return stem + creditCodeCheck(stem);
}

export const site = { name: "Main store", use: "SHOP", region: "440000", address: "8 Harbour Road", openedOn: "2025-01-01" };
export const contact = { name: "Ho Mei-ling", phone: "+852 2345 6789", email: "mei-ling@hop.example" };
export const firm = () => ({
  name: { "zh-Hant": "合記糧油批發有限公司", "zh-Hans": "合记粮油批发有限公司", en: "" }, creditCode: freshCode(), region: "440000", sizeClass: "SMALL", productLines: ["GRAIN_OIL"], sites: [site], contact,
});

export const inThree = { "zh-Hant": "合記糧油批發有限公司", "zh-Hans": "合记粮油批发有限公司", en: "Hop Kee Grain and Oil Wholesale Ltd." };

/** A house in which firms apply. Time stands on a Monday. */
export async function applicationHouse(now = "2026-03-02T02:00:00Z") {
  const world = await openWorld({ now: new Date(now) });
  const act = async (name: string, declared: string, given: string, variables: Record<string, unknown>, person: Person = world.stranger(), fields = answer): Promise<Answer> => {
    const { data, errors } = await person.run<Record<string, Answer>>(`mutation (${declared}) { ${name}(${given}) ${fields} }`, variables);
    return data?.[name] ?? { application: null, link: null, problems: errors };
  };
  const withInput = (name: string, type: string, fields?: string) => (input: object, person?: Person) =>
    act(name, `$input: ${type}!`, "input: $input", { input }, person, fields);
  const withToken = (name: string, fields?: string) => (token: string, person?: Person) => act(name, "$token: String!", "token: $token", { token }, person, fields);
  const linked = `{ application ${own} link problems { code path } }`;

  const begin = withInput("applicationBegin", "ApplicationBeginInput", linked);
  const save = withInput("applicationSave", "ApplicationSaveInput");
  const submit = withInput("applicationSubmit", "ApplicationSubmitInput");
  const removeEvidence = withInput("applicationEvidenceRemove", "ApplicationEvidenceRemoveInput");
  const withdraw = withToken("applicationWithdraw");
  const makeAccess = withToken("applicationAccessMake", linked);

  const officers = async (name: string, type: string, person: Person, id: string, input: object) => {
    const { data, errors } = await person.run<Record<string, { application: { id: string; state: string; revision: number } | null; problems: Problem[] }>>(
      `mutation ($id: ID!, $input: ${type}!) { ${name}(id: $id, input: $input) { application { id state revision } problems { code path } } }`, { id, input },
    );
    return data?.[name] ?? { application: null, problems: errors };
  };

  const open = async (token: string, person: Person = world.stranger()) =>
    (await person.run<{ ownApplication: OwnView | null }>(`query ($token: String!) { ownApplication(token: $token) ${own} }`, { token })).data?.ownApplication ?? null;
  const addEvidence = (token: string, kind = "BUSINESS_LICENCE", text = `licence ${Math.trunc(world.now().getTime())} ${token}`, person: Person = world.stranger()) =>
    byRegistrar(world.contextOf(person.actor), (tx: Context) => world.services.applicationEvidence.keep(tx, token, kind, { name: "licence.txt", mediaType: "text/plain", bytes: Buffer.from(text) }));
  const terms = async () =>
    (await world.stranger().run<{ applicationTerms: { declarationDigest: string } }>("{ applicationTerms { declarationDigest } }")).data?.applicationTerms.declarationDigest ?? "";
  const textDigest = await terms();
  const declared = (token: string, revision: number) => ({ token, revision, consent: true, textDigest, declarantName: "Ho Mei-ling" });

  let networks = 0;
  /** A draft with everything it needs, begun from a network of its own. */
  const drafted = async (particulars: object = firm()) => {
    networks += 1;
    const begun = await begin({ name: inThree, language: "ZH_HANT" }, world.as(anonymous("en", `198.51.${Math.trunc(networks / 250)}.${networks % 250}`)));
    const token = begun.link?.split("#")[1] ?? "";
    const saved = await save({ token, revision: 1, ...particulars });
    if (!saved.application) throw new Error(JSON.stringify(saved.problems));
    await addEvidence(token);
    return { token, id: saved.application.id, revision: saved.application.revision };
  };
  /** One that was handed in. */
  const handedIn = async (particulars: object = firm()) => {
    const draft = await drafted(particulars);
    const submitted = await submit(declared(draft.token, draft.revision));
    if (!submitted.application) throw new Error(JSON.stringify(submitted.problems));
    return { ...draft, revision: submitted.application.revision };
  };
  const state = async (id: string) => (await world.database.asOwner<{ state: string }>("select state from application where id = $1", [id]))[0]?.state;
  const sweepContext = () => world.contextOf(system);
  return {
    ...world, act, begin, save, submit, removeEvidence, withdraw, makeAccess, open, addEvidence, declared, textDigest, drafted, handedIn, state, sweepContext,
    giveBack: (person: Person, id: string, input: object) => officers("applicationReturn", "ApplicationReturnInput", person, id, input),
    refuse: (person: Person, id: string, input: object) => officers("applicationRefuse", "ApplicationRefuseInput", person, id, input),
    admit: (person: Person, id: string, input: object) => officers("applicationAdmit", "ApplicationAdmitInput", person, id, input),
    done,
  };
}

export type ApplicationHouse = Awaited<ReturnType<typeof applicationHouse>>;
export type { World };
