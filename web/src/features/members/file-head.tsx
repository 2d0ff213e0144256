import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { Letterhead } from "../../ui/letterhead.tsx";

const FileHeadQuery = graphql(`
  query FileHead { association { name } }
`);

/** The head of a member's file on paper: whose it is, which firm's, and of which day. */
export function FileHead({ number, name }: { number: number; name: string }) {
  const { t } = useTranslation("members");
  const { text, date } = useFormat();
  const { association } = useSuspenseQuery(FileHeadQuery).data;
  return (
    <Letterhead
      of={text(association.name)}
      title={`${t("file.paper")} · ${name}`}
      facts={[{ label: t("number"), value: String(number) }, { label: t("file.printedOn"), value: date(today()) }]}
    />
  );
}
