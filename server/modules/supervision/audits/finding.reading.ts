import { narrowed } from "../../../platform/narrowing.ts";
import { readCursor } from "../../../platform/paging.ts";
import type { Reading } from "../../../platform/reading.ts";
import { type FindingFilter, findingFields, findingsAsked } from "./finding.queries.ts";

/** The rule of a finding, as the set it was made under has it. */
const rule = `(select value as rule from audit_rule_set t, jsonb_array_elements(t.definition->'rules') where t.version = f.rule_set_version and value->>'code' = f.rule) u`;

/** A figure as JavaScript writes it. */
const value = "case jsonb_typeof(fact.value) when 'number' then trim_scale(fact.value::text::numeric)::text else fact.value #>> '{}' end";

/** How findings are read by one statement. */
export const findingReading: Reading = {
  roots: {
    findings: ({ filter, after }, values) => {
      const asked = findingsAsked((filter ?? {}) as FindingFilter);
      const [at, id] = readCursor(after as string | null, "INSTANT", "TEXT") ?? [null, null];
      return {
        from: "finding f", where: narrowed([...asked, ["(f.found_at, f.id) < (?::timestamptz, ?::text)", at, id]], values).where, order: "f.found_at desc, f.id desc",
        paged: { all: () => narrowed(asked, values).where, cursor: [["f.found_at", "DateTime"], ["f.id", "ID"]] },
      };
    },
  },
  types: {
    Finding: {
      ...findingFields,
      rule: { from: rule, fields: { code: "u.rule->>'code'", title: "u.rule->'title'", article: "u.rule->>'article'", severity: "u.rule->>'severity'" } },
      facts: { from: "jsonb_each(f.facts) with ordinality as fact (name, value, place)", order: "fact.place", fields: { name: "fact.name", value } },
    },
  },
};
