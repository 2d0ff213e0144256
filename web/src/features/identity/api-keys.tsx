import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { Act } from "../../gql/graphql.ts";
import { daysLater } from "../../lib/association-day.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { CopyText } from "../../ui/copy-text.tsx";
import { Empty } from "../../ui/empty.tsx";
import { CheckGroup, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Named } from "../../ui/named.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";

const ApiKeysViewer = graphql(`
  fragment ApiKeys_viewer on Viewer {
    id
    apiKeyActs
    apiKeys { id name tokenStart scopes lastUsedAt expiresAt revokedAt }
  }
`);
const ApiKeysCreate = graphql(`
  mutation ApiKeysCreate($input: ApiKeyCreateInput!) {
    apiKeyCreate(input: $input) { secret problems { code path } }
  }
`);
const ApiKeysRevoke = graphql(`
  mutation ApiKeysRevoke($id: ID!) {
    apiKeyRevoke(id: $id) { problems { code path } }
  }
`);

/** For how many days a key may be good at most. */
const LASTS = 365;

/** Keys for programs that act in this person's name: shown once, scoped, dated. */
export function ApiKeys({ of }: { of: FragmentType<typeof ApiKeysViewer> }) {
  const { t } = useTranslation("identity");
  const { dateTime, list } = useFormat();
  const { apiKeys, apiKeyActs } = useFragment(ApiKeysViewer, of);
  const revoke = useAction(ApiKeysRevoke, { refreshes: true });
  return (
    <Stack gap="large">
      <Table
        of={whole(apiKeys)}
        caption={t("apiKeys.title")}
        empty={<Empty title={t("apiKeys.none")} />}
        columns={[
          { key: "name", title: t("apiKeys.name"), render: ({ name, tokenStart }) => <Named name={name} note={`${tokenStart}…`} /> },
          { key: "scopes", title: t("apiKeys.scopes"), render: ({ scopes }) => list(scopes.map((act) => t(`act.${act}`))) },
          { key: "used", title: t("apiKeys.used"), render: ({ lastUsedAt }) => (lastUsedAt ? dateTime(lastUsedAt) : t("apiKeys.never")) },
          { key: "expires", title: t("apiKeys.expires"), render: ({ expiresAt }) => dateTime(expiresAt) },
          {
            key: "revoke",
            title: t("sessions.act"),
            render: ({ id, name, revokedAt }) => revokedAt ? <Badge>{t("apiKeys.revoked")}</Badge> : (
              <ConfirmButton
                grave
                label={t("apiKeys.revoke")}
                about={name}
                title={t("apiKeys.revokeTitle", { name })}
                onConfirm={() => revoke.run({ id })}
                busy={revoke.busy}
                problems={revoke.problems}
              >
                {t("apiKeys.revokeWhat")}
              </ConfirmButton>
            ),
          },
        ]}
      />
      {apiKeyActs.length > 0 ? <NewApiKey acts={apiKeyActs} /> : <Notice>{t("apiKeys.noActs")}</Notice>}
    </Stack>
  );
}

function NewApiKey({ acts }: { acts: readonly Act[] }) {
  const { t } = useTranslation("identity");
  const create = useAction(ApiKeysCreate, { creates: true, refreshes: true });
  const { date } = useFormat();
  const [first, last] = [daysLater(today(), 1), daysLater(today(), LASTS)];
  const [secret, setSecret] = useState<string | null>(null);
  const submit = async (values: Values, form: HTMLFormElement) => {
    const scopes = new FormData(form).getAll("scopes") as Act[];
    const input = { name: values["name"] ?? "", scopes, expiresAt: `${values["expiresAt"]}T00:00:00Z` };
    const made = await create.run({ input });
    if (made === null) return;
    setSecret(made.apiKeyCreate.secret ?? null);
  };
  return (
    <Stack>
      {secret !== null && (
        <Notice tone="good" title={t("apiKeys.once")}>
          <CopyText label={t("apiKeys.secret")} text={secret} />
        </Notice>
      )}
      <Form key={secret} onSubmit={submit} problems={create.problems}>
        <TextField name="name" label={t("apiKeys.name")} hint={t("apiKeys.nameHint")} maxLength={100} required />
        <CheckGroup name="scopes" label={t("apiKeys.scopes")} wanting={t("apiKeys.wanting")} options={acts.map((act) => ({ value: act, label: t(`act.${act}`) }))} />
        <TextField
          name="expiresAt"
          type="date"
          label={t("apiKeys.expires")}
          min={first}
          max={last}
          invalid={t("apiKeys.expiresBetween", { first: date(first), last: date(last) })}
          width="short"
          required
        />
        <Submit busy={create.busy}>{t("apiKeys.create")}</Submit>
      </Form>
    </Stack>
  );
}
