import {
  type DocumentNode, type FieldNode, getArgumentValues, getNamedType, getNullableType, getVariableValues, type GraphQLField, type GraphQLObjectType,
  type GraphQLSchema, isListType, isNonNullType, isObjectType, type OperationDefinitionNode, type SelectionSetNode, validate,
} from "graphql";
import type { Context } from "../context.ts";
import type { Statement } from "../database.ts";
import { UnfitCursor } from "../paging.ts";
import type { Field, Fields, Reading, Root, RootRows, Rows } from "../reading.ts";
import { type Asked, askedFields, NotReadable, selectionsOf } from "./asked-fields.ts";
import { isPageSize } from "./limits.ts";
import { mayOf } from "./may.ts";
import { concatenated, type Piece, writtenAs } from "./write-json.ts";
import { listText, objectText, type PageAsked, pageText, recordText, type WrittenRoot } from "./write-rows.ts";

/** A document that one statement answers. */
export interface CompiledRead {
  /** What opens it: the actor needs one permission of each. */
  may: readonly (readonly string[])[];
  /** Its root fields, as measurements call them. */
  fields: readonly string[];
  /**
   * The statement; its one row has the whole answer as text in `body`, or null where a record breaks the contract. No statement where
   * the variables do not fit: the server says what is wrong with them.
   */
  statement(variables: Readonly<Record<string, unknown>>, now: Date): Statement | null;
}

/** What documents are compiled with. */
export interface ReadLanguage {
  schema: GraphQLSchema;
  reading: Required<Reading>;
  /** The permissions that open each kind of record, by the name of its type. */
  readers: ReadonlyMap<string, readonly string[]>;
}

/** Compiles an operation; null where it is no valid query, or asks for something without a reading. */
export function compileRead(language: ReadLanguage, document: DocumentNode, operation: OperationDefinitionNode): CompiledRead | null {
  const query = language.schema.getQueryType();
  if (operation.operation !== "query" || !query || validate(language.schema, document).length > 0) return null;
  try {
    return new Compilation(language, document).read(query, operation);
  } catch (error) {
    if (error instanceof NotReadable) return null;
    throw error;
  }
}

/** A root field by its arguments, whose values are taken up at once; equal forms give equal texts. Null where the arguments do not fit. */
type WriteRoot = (args: Readonly<Record<string, unknown>>, values: unknown[]) => WrittenRoot | null;

class Compilation {
  private readonly may: (readonly string[])[] = [];
  private readonly dated: ((now: Date) => unknown)[] = [];

  constructor(private readonly language: ReadLanguage, private readonly document: DocumentNode) {}

  read(query: GraphQLObjectType, operation: OperationDefinitionNode): CompiledRead {
    const roots = this.asked(query, [operation.selectionSet]).map((asked) => ({ ...asked, write: this.root(asked) }));
    const texts = new Map<string, string>();
    const statement: CompiledRead["statement"] = (variables, now) => {
      const given = getVariableValues(this.language.schema, operation.variableDefinitions ?? [], variables);
      if (given.errors) return null;
      const values = this.dated.map((of) => of(now));
      const written = roots.map(({ field, nodes: [node], write }) => {
        const args = field && node && argumentsOf(field, node, given.coerced);
        return args ? write(args, values) : null;
      });
      if (written.includes(null)) return null;
      const form = written.map((root) => root?.form).join("\n");
      const text = texts.get(form) ?? bodyOf(roots.map(({ key }, place) => ({ key, value: written[place]?.text() ?? [] })));
      texts.set(form, text);
      return { text, values };
    };
    return { may: this.may, fields: roots.map(({ field }) => `${query.name}.${field?.name}`), statement };
  }

  private root({ field, nodes }: Asked): WriteRoot {
    const root = field && this.language.reading.roots[field.name];
    const may = field && mayOf(field);
    if (!root || !may) throw new NotReadable();
    this.may.push(may);
    if (!field.args.some(({ name }) => name === "first")) {
      const write = this.rows(field, nodes);
      return (args, values) => {
        const rows = root(args, values);
        return { form: rows.where ?? "", text: () => write(rows) };
      };
    }
    const page = this.page(objectOf(field), nodes);
    return (args, values) => {
      const rows = isPageSize(args["first"] as number) ? rowsOf(root, args, values) : null;
      return rows && pageText(page, rows, args, values);
    };
  }

  private page(connection: GraphQLObjectType, nodes: readonly FieldNode[]): PageAsked {
    const members = this.asked(connection, selectionsOf(nodes)).map((asked) => ({ ...asked, of: nameOf(asked) as PageAsked["members"][number]["of"] }));
    const edges = members.filter(({ of }) => of === "edges");
    const infos = members.filter(({ of }) => of === "pageInfo");
    if (edges.length > 1 || infos.length > 1) throw new NotReadable();
    const edge = edges.flatMap(({ field, nodes: below }) => (field ? this.edge(objectOf(field), below) : []));
    const pageInfo = infos.flatMap(({ field, nodes: below }) => (field ? this.asked(objectOf(field), selectionsOf(below)) : []));
    return {
      members, typeName: connection.name, pageInfo: pageInfo.map((asked) => ({ key: asked.key, of: nameOf(asked) })),
      edge: (cursor) => objectText(edge.map(({ key, value }) => ({ key, value: value ?? [{ text: '"' }, { sql: cursor }, { text: '"' }] }))),
    };
  }

  /** The members of an edge; its cursor is written where the rows are known. */
  private edge(type: GraphQLObjectType, nodes: readonly FieldNode[]): { key: string; value: Piece[] | null }[] {
    return this.asked(type, selectionsOf(nodes)).map(({ key, field, nodes: below }) => {
      if (field === null) return { key, value: [{ text: JSON.stringify(type.name) }] };
      return { key, value: field.name === "cursor" ? null : this.object(objectOf(field), selectionsOf(below)) };
    });
  }

  private object(type: GraphQLObjectType, selections: readonly SelectionSetNode[], own?: Fields): Piece[] {
    const fields = own ?? this.language.reading.types[type.name] ?? {};
    return objectText(this.asked(type, selections).map(({ key, field, nodes }) => {
      if (field === null) return { key, value: [{ text: JSON.stringify(type.name) }] };
      const reading = fields[field.name];
      if (reading === undefined) throw new NotReadable();
      return { key, value: this.field(field, nodes, reading) };
    }));
  }

  private field(field: GraphQLField<unknown, Context>, nodes: readonly FieldNode[], reading: Field): Piece[] {
    if (typeof reading === "object") {
      const may = this.language.readers.get(getNamedType(field.type).name);
      if (may) this.may.push(may);
      return this.rows(field, nodes, reading.fields)(reading);
    }
    const sql = typeof reading === "string" ? reading : reading((of) => `$${this.dated.push(of)}`);
    const written = writtenAs(field.type, sql);
    if (!written) throw new NotReadable();
    return written;
  }

  private rows(field: GraphQLField<unknown, Context>, nodes: readonly FieldNode[], fields?: Fields): (rows: Rows) => Piece[] {
    const body = this.object(objectOf(field), selectionsOf(nodes), fields);
    return (rows) => {
      if (rows.from === undefined) return body;
      return isListType(getNullableType(field.type)) ? listText(body, rows) : recordText(body, rows, !isNonNullType(field.type));
    };
  }

  private asked(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Asked[] {
    return askedFields(this.document, type, selections);
  }
}

/** Null where the cursor is of another list. */
function rowsOf(root: Root, args: Readonly<Record<string, unknown>>, values: unknown[]): RootRows | null {
  try {
    return root(args, values);
  } catch (error) {
    if (error instanceof UnfitCursor) return null;
    throw error;
  }
}

/** Null where they do not fit. */
function argumentsOf(field: GraphQLField<unknown, Context>, node: FieldNode, variables: Record<string, unknown>): Record<string, unknown> | null {
  try {
    return getArgumentValues(field as GraphQLField<unknown, unknown>, node, variables);
  } catch {
    return null;
  }
}

const bodyOf = (members: readonly { key: string; value: readonly Piece[] }[]): string =>
  `select ${concatenated([{ text: '{"data":' }, ...objectText(members), { text: "}" }])} as body`;

const nameOf = ({ field }: Asked): string => field?.name ?? "__typename";

function objectOf(field: GraphQLField<unknown, Context>): GraphQLObjectType {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new NotReadable();
  return type;
}
