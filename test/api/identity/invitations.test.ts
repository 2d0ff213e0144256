import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../support/world.ts";
import { openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

let guests = 0;

/** Invites somebody new; answers the invitation and the token of its link. */
async function invite(sender: Person, role: string, memberId: string | null = null) {
  const input = { email: `guest${(guests += 1)}@guild.example`, role, memberId };
  const { data } = await sender.run<{ invitationSend: { invitation: { id: string } | null; link: string | null } }>(
    `mutation ($input: InvitationSendInput!) { invitationSend(input: $input) { invitation { id } link } }`, { input });
  return { id: data?.invitationSend.invitation?.id ?? "", token: data?.invitationSend.link?.split("#").at(-1) ?? "", email: input.email };
}

const accept = async (token: string) =>
  (await portal.stranger().run(`mutation ($token: String!) { invitationAccept(input: { token: $token, name: "Ho", password: "lanterns over the harbour" }) { email problems { code path } } }`, { token })).data;
const invalid = { invitationAccept: { email: null, problems: [{ code: "INVITATION_INVALID", path: "input.token" }] } };

const revoke = async (who: Person, id: string) =>
  (await who.run(`mutation ($id: ID!) { invitationRevoke(id: $id) { invitation { id } problems { code path } } }`, { id })).data;

interface Listed { invitations: { edges: { node: { id: string; email: string; member: { id: string } | null; revoke: boolean } }[]; totalCount: number } }
const listed = async (who: Person) => {
  const { data } = await who.run<Listed>("{ invitations(first: 100) { edges { node { id email member { id } revoke: viewerMay(act: USER_CHANGE) } } totalCount } }");
  const nodes = data?.invitations.edges.map(({ node }) => node) ?? [];
  expect(data?.invitations.totalCount).toBe(nodes.length);
  return nodes;
};

describe("open invitations", () => {
  test("are listed with their firm, the last sent first, until they are accepted or expire", async () => {
    const [officer, acme] = [await portal.officer(), await portal.member()];
    const first = await invite(officer, "PANEL");
    portal.travel(1000);
    const second = await invite(officer, "MEMBER_EDITOR", acme.actor.memberId);
    const seen = (await listed(officer)).filter(({ id }) => [first.id, second.id].includes(id));
    expect(seen).toEqual([
      { id: second.id, email: second.email, member: { id: acme.actor.memberId }, revoke: true }, { id: first.id, email: first.email, member: null, revoke: true },
    ]);
    await accept(first.token);
    await portal.database.asOwner("update invitation set expires_at = now() - interval '1 day' where id = $1", [second.id]);
    expect((await listed(officer)).filter(({ id }) => [first.id, second.id].includes(id))).toEqual([]);
  });

  test("page through every one once", async () => {
    const acme = await portal.member();
    for (let time = 0; time < 3; time += 1) await invite(acme, "MEMBER_EDITOR");
    interface Page { invitations: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
    const page = async (after: string | null) =>
      (await acme.run<Page>("query ($after: String) { invitations(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }", { after })).data?.invitations;
    const [one, two] = [await page(null), await page((await page(null))?.pageInfo.endCursor ?? null)];
    const ids = [...(one?.edges ?? []), ...(two?.edges ?? [])].map(({ node }) => node.id);
    expect([new Set(ids).size, one?.pageInfo.hasNextPage, two?.pageInfo.hasNextPage]).toEqual([3, true, false]);
  });

  test("show a member its own alone, those the association sent for it among them", async () => {
    const [officer, acme, rival] = [await portal.officer(), await portal.member(), await portal.member()];
    const [own, sentForIt] = [await invite(acme, "MEMBER_EDITOR"), await invite(officer, "MEMBER_ADMIN", acme.actor.memberId)];
    await invite(rival, "MEMBER_EDITOR");
    expect((await listed(acme)).map(({ id }) => id).sort()).toEqual([own.id, sentForIt.id].sort());
  });
});

describe("revoking an invitation", () => {
  test("makes its link good for nothing, stands in the journal once, and may be repeated", async () => {
    const officer = await portal.officer();
    const { id, token } = await invite(officer, "PANEL");
    for (let time = 0; time < 2; time += 1) expect(await revoke(officer, id)).toEqual({ invitationRevoke: { invitation: { id }, problems: [] } });
    expect(await accept(token)).toEqual(invalid);
    expect((await listed(officer)).map((each) => each.id)).not.toContain(id);
    const entries = await portal.database.asOwner("select actor_id from journal_entry where act = 'invitation.revoked' and record = $1", [id]);
    expect(entries).toEqual([{ actor_id: officer.actor.userId }]);
  });

  test("is refused once somebody came by it", async () => {
    const officer = await portal.officer();
    const { id, token } = await invite(officer, "PANEL");
    await accept(token);
    expect(await revoke(officer, id)).toEqual({ invitationRevoke: { invitation: null, problems: [{ code: "INVITATION_INVALID", path: "id" }] } });
  });

  test("is for a member's own, and another's is not there", async () => {
    const [acme, rival] = [await portal.member(), await portal.member()];
    const { id, token, email } = await invite(acme, "MEMBER_EDITOR");
    expect(await revoke(rival, id)).toEqual({ invitationRevoke: { invitation: null, problems: [{ code: "NOT_FOUND", path: "id" }] } });
    expect(await accept(token)).toEqual({ invitationAccept: { email, problems: [] } });
    const own = await invite(acme, "MEMBER_EDITOR");
    expect(await revoke(acme, own.id)).toEqual({ invitationRevoke: { invitation: { id: own.id }, problems: [] } });
  });
});

describe("an invitation counts for as long as its sender might send it:", () => {
  const change = (sender: Person, sql: string) => portal.database.asOwner(`update user_account set ${sql} where id = $1`, [sender.actor.userId]);

  test.each([
    ["shut out", "disabled_at = now()"],
    ["no longer an officer", "roles = '{PANEL}'"],
  ])("not from somebody who is %s", async (_, sql) => {
    const [officer, witness] = [await portal.officer(), await portal.officer()];
    const [away, here] = [await invite(officer, "PANEL"), await invite(witness, "PANEL")];
    await change(officer, sql);
    expect(await accept(away.token)).toEqual(invalid);
    const open = (await listed(witness)).map(({ id }) => id);
    expect([open.includes(away.id), open.includes(here.id)]).toEqual([false, true]);
    expect(await accept(here.token)).toEqual({ invitationAccept: { email: here.email, problems: [] } });
  });

  test("nor from a member's administrator who only fills in now, or acts for another firm", async () => {
    const [acme, moved, other] = [await portal.member(), await portal.member(), await portal.firm()];
    const [first, second] = [await invite(acme, "MEMBER_EDITOR"), await invite(moved, "MEMBER_EDITOR")];
    await change(acme, "roles = '{MEMBER_EDITOR}'");
    await change(moved, `member_id = '${other.id}'`);
    expect([await accept(first.token), await accept(second.token)]).toEqual([invalid, invalid]);
  });

  test("nor, in production, from a person of the demo story", async () => {
    const officer = await portal.officer();
    const { token } = await invite(officer, "OFFICER");
    await portal.database.asOwner(
      `insert into demo_person (user_id, position, email, name, role, shows, password) values ($1, 0, 'x', '{}', 'OFFICER', '{}', 'x')`, [officer.actor.userId],
    );
    expect(await accept(token)).toEqual(invalid);
  });
});
