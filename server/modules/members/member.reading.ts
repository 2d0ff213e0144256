import { narrowed } from "../../platform/narrowing.ts";
import { readCursor } from "../../platform/paging.ts";
import { constant, type Reading } from "../../platform/reading.ts";
import { type MemberFilter, memberFields, membersAsked } from "./member.queries.ts";
import { regions } from "./region.rules.ts";

const regionNames = constant(Object.fromEntries(regions.map(({ code, name }) => [code, name])));

/** How members and regions are read by one statement. */
export const memberReading: Reading = {
  roots: {
    member: ({ id }, values) => ({ from: "member m", where: `m.id = $${values.push(id)}` }),
    members: ({ filter, after }, values) => {
      const asked = membersAsked((filter ?? {}) as MemberFilter);
      const [from] = readCursor(after as string | null, "NUMBER") ?? [null];
      return {
        from: "member m", where: narrowed([...asked, ["m.number > ?::integer", from]], values).where, order: "m.number",
        paged: { all: () => narrowed(asked, values).where, cursor: [["m.number", "Int"]] },
      };
    },
    regions: () => ({ from: `jsonb_to_recordset(${constant(regions)}) as region (code text, name jsonb)` }),
  },
  types: {
    Member: { ...memberFields, region: { fields: { code: "m.region", name: `${regionNames} -> m.region` } } },
    Region: { code: "region.code", name: "region.name" },
  },
};
