import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { type RecordPart, useParts } from "../../lib/feature.ts";
import { useFormat } from "../../lib/format.ts";
import type { Viewer } from "../../lib/use-session.ts";
import { Facts } from "../../ui/facts.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page, type Crumb } from "../../ui/page.tsx";
import { FileActs } from "./file-acts.tsx";
import { FileHead } from "./file-head.tsx";
import { MemberFile } from "./member-file.tsx";
import { Standing } from "./standing.tsx";
import { StatusBadge } from "./status-badge.tsx";

export const MemberViewMember = graphql(`
  fragment MemberView_member on Member {
    id number name creditCode status statusSince admittedOn sizeClass productLines region { code name }
  }
`);

interface MemberViewProps {
  of: FragmentType<typeof MemberViewMember>;
  viewer: Viewer;
  above?: readonly Crumb[];
}

/** One firm: what is known of it, and what the other parts of the portal have to say about it. */
export function MemberView({ of, viewer, above = [] }: MemberViewProps) {
  const { t } = useTranslation("members");
  const { text, list, date } = useFormat();
  const member = useFragment(MemberViewMember, of);
  const parts = useParts("member", viewer);
  return (
    <>
      <Suspense>
        <FileHead number={member.number} name={text(member.name)} />
      </Suspense>
      <Page
        title={text(member.name)}
        lead={t("member.lead", { number: member.number, date: date(member.admittedOn) })}
        above={above}
        actions={<FileActs id={member.id} />}
      >
        <Parts of={parts.filter(({ first }) => first)} id={member.id} />
        <Facts
          of={[
            { label: t("status.title"), value: <StatusBadge of={member.status} />, note: t("member.since", { date: date(member.statusSince) }) },
            { label: t("creditCode"), value: <code>{member.creditCode}</code> },
            { label: t("region"), value: text(member.region.name) },
            { label: t("sizeClass"), value: t(`size.${member.sizeClass}`) },
            { label: t("productLines"), value: list(member.productLines.map((line) => t(`line.${line}`))) },
          ]}
        />
        <Suspense fallback={<Loading />}>
          <Standing id={member.id} />
        </Suspense>
        <Parts of={parts.filter(({ first }) => !first)} id={member.id} />
        <Suspense fallback={<Loading />}>
          <MemberFile id={member.id} />
        </Suspense>
      </Page>
    </>
  );
}

const Parts = ({ of, id }: { of: readonly RecordPart[]; id: string }) =>
  of.map(({ name, part: Part }) => (
    <Suspense key={name} fallback={<Loading />}>
      <Part id={id} />
    </Suspense>
  ));
