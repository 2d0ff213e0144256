import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { Panel_SeatFragment as Seat, Panel_VoteFragment as Vote } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Named } from "../../ui/named.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";

const PanelSeatsRecuse = graphql(`
  mutation PanelSeatsRecuse($input: PanelSeatRecuseInput!) { panelSeatRecuse(input: $input) { seat { userId } problems { code path } } }
`);

interface PanelSeatsProps {
  id: string;
  seats: readonly Seat[];
  /** Those that count. */
  votes: readonly Vote[];
  isOpen: boolean;
  maySeat: boolean;
  words: (choice: string) => string;
}

/** The seats of a panel: each with what was declared and voted from it, and the way to give it up. */
export function PanelSeats({ id, seats, votes, isOpen, maySeat, words }: PanelSeatsProps) {
  const { t } = useTranslation("supervision");
  const { viewer } = useSession();
  const mayRecuse = ({ userId, recusedAt }: Seat) => isOpen && recusedAt === null && (maySeat || userId === viewer?.id);
  if (seats.length === 0) return null;
  return (
    <Table
      of={whole(seats.map((seat) => ({ ...seat, id: seat.userId })))}
      caption={t("panel.seats")}
      columns={[
        { key: "name", title: t("panel.person"), render: ({ name, userId }) => <Named name={name} {...(userId === viewer?.id && { note: t("panel.you") })} /> },
        { key: "declared", title: t("panel.declared"), render: (seat) => <Declared of={seat}>{mayRecuse(seat) && <Recuse id={id} seat={seat} isOwn={seat.userId === viewer?.id} />}</Declared> },
        { key: "vote", title: t("panel.vote"), roomy: true, render: ({ userId }) => <VoteOf vote={votes.find((vote) => vote.userId === userId)} words={words} /> },
      ]}
    />
  );
}

/** What was declared from a seat, and the way to give it up while it is held. */
function Declared({ of: { interested, declaration, recusedAt, recusal }, children }: { of: Seat; children: ReactNode }) {
  const { t } = useTranslation("supervision");
  if (recusedAt !== null) return <Named name={<Badge tone="bad">{t("panel.recused")}</Badge>} {...(recusal !== null && { note: recusal })} />;
  return (
    <Stack gap="small">
      <Named name={interested === null ? <Badge tone="wait">{t("panel.undeclared")}</Badge> : <Badge tone="good">{t("panel.noInterest")}</Badge>} {...(declaration ? { note: declaration } : {})} />
      {children && <Row>{children}</Row>}
    </Stack>
  );
}

function VoteOf({ vote, words }: { vote: Vote | undefined; words: (choice: string) => string }) {
  const { t } = useTranslation("supervision");
  return vote ? <Named name={words(vote.choice)} note={vote.reason} /> : t("panel.noVote");
}

function Recuse({ id, seat: { userId, name }, isOwn }: { id: string; seat: Seat; isOwn: boolean }) {
  const { t } = useTranslation("supervision");
  const recuse = useAction(PanelSeatsRecuse, { refreshes: true });
  return (
    <FormDialog
      act={t(isOwn ? "recuse.own" : "recuse.act")}
      about={name}
      title={t(isOwn ? "recuse.ownTitle" : "recuse.title", { name })}
      action={recuse}
      onSubmit={({ reason = "" }) => recuse.run({ input: { id, userId, reason } })}
    >
      <p>{t("recuse.what")}</p>
      <TextAreaField name="reason" label={t("reason")} maxLength={5000} rows={3} required />
    </FormDialog>
  );
}

/** Votes on what lay before the panel earlier, which count no more. */
export function EarlierVotes({ of, words }: { of: readonly Vote[]; words: (choice: string) => string }) {
  const { t } = useTranslation("supervision");
  const { dateTime } = useFormat();
  if (of.length === 0) return null;
  return (
    <Disclosure label={t("panel.earlier", { count: of.length })}>
      <Table
        of={whole(of.map((vote) => ({ ...vote, id: `${vote.revision} ${vote.userId}` })))}
        caption={t("panel.earlierCaption")}
        columns={[
          { key: "name", title: t("panel.person"), render: ({ name }) => name },
          { key: "vote", title: t("panel.vote"), roomy: true, render: ({ choice, reason }) => <Named name={words(choice)} note={reason} /> },
          { key: "at", title: t("case.at"), render: ({ castAt }) => dateTime(castAt) },
        ]}
      />
    </Disclosure>
  );
}
