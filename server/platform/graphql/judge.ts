import { type DocumentNode, getVariableValues, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, type SelectionSetNode, validate, visit } from "graphql";
import { limits, pageSizeSentence } from "./limits.ts";
import { type Cost, reckonCost } from "./reckon-cost.ts";
import { areLiteralsStorable, areStorable, unstorableSentence } from "./storable-texts.ts";
import { weighDocument, type Weight } from "./weigh-document.ts";

/** A request as it arrived, before anything is known about it. */
export interface GraphQLRequest {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** What would run: an operation of a document. A text that pages send again is the same object each time, as long as it is remembered. */
export interface Operation {
  text: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** What was found; `refusal` is the sentence the caller reads. */
export interface Verdict {
  refusal: string | null;
  /** Null where the text cannot be read, or does not say which of several. */
  operation: Operation | null;
  /** The act it would do; null when it is no mutation. There is one at most. */
  act: string | null;
  /** What it may bring, reckoned before it is run; nought when it is refused or cannot be read. */
  cost: number;
  /** Whether it asks about the schema itself. */
  introspects: boolean;
}

interface Known {
  document: DocumentNode;
  refusal: string | null;
  introspects: boolean;
}

const REMEMBERED = 500;
const LONGEST_REMEMBERED = 12_000;

/** Judges requests by their size before they are validated. Documents are remembered, since pages send the same ones. */
export class Judge {
  private readonly known = new Map<string, Known | null>();
  private readonly costs = new Map<string, Cost>();

  constructor(private readonly schema: GraphQLSchema) {}

  judge(request: GraphQLRequest): Verdict {
    const known = remember(this.known, request.query, () => look(request.query));
    if (!known) return { refusal: null, operation: null, act: null, introspects: false, cost: 0 };
    const { document, introspects } = known;
    const unfit = known.refusal ?? (areStorable(request.variables) ? null : unstorableSentence);
    const { refusal, cost } = unfit === null ? this.weigh(document, request) : { refusal: unfit, cost: 0 };
    const operation = operationOf(document, request.operationName);
    const act = operation?.operation === "mutation" ? rootFieldOf(document, operation.selectionSet) : null;
    return { refusal, introspects, cost, act, operation: operation && { text: request.query, document, operation } };
  }

  /** Only what was reckoned is remembered: the same numbers come again beside other texts, which may be wrong this time and right the next. */
  private weigh(document: DocumentNode, request: GraphQLRequest): Pick<Verdict, "refusal" | "cost"> {
    try {
      const reckoned = remember(this.costs, costKey(request), () => reckonCost(this.schema, document, request));
      const refusal = refusalOf(reckoned);
      return { refusal, cost: refusal === null ? reckoned.cost : 0 };
    } catch {
      return { refusal: this.isRefusedByServer(document, request) ? null : "An argument that needs a value is given none.", cost: 0 };
    }
  }

  /** Whether fields or variables are wrong: the server says which, and runs nothing. */
  private isRefusedByServer(document: DocumentNode, { operationName, variables }: GraphQLRequest): boolean {
    const asked = operationOf(document, operationName)?.variableDefinitions ?? [];
    return validate(this.schema, document).length > 0 || getVariableValues(this.schema, asked, variables ?? {}).errors !== undefined;
  }
}

/** Text that does not parse is left to the server, which says where it is wrong. */
function look(text: string): Known | null {
  try {
    const document = parse(text, { maxTokens: limits.tokens, noLocation: true });
    return { document, refusal: weightRefusal(weighDocument(document)) ?? (areLiteralsStorable(document) ? null : unstorableSentence), introspects: asksAboutSchema(document) };
  } catch {
    return null;
  }
}

function refusalOf({ cost, oversized }: Cost): string | null {
  if (oversized) return pageSizeSentence;
  return cost > limits.cost ? `The request costs ${cost}; ${limits.cost} is allowed. Ask for fewer records at once.` : null;
}

const names: Partial<Record<keyof Weight, string>> = {
  depth: "levels of fields",
  selections: "selections",
  aliases: "aliases",
  duplicates: "repeated fields",
  directives: "directives",
  directivesOnOneField: "directives on one field",
  acts: "acts in one request",
};

function weightRefusal(weight: Weight): string | null {
  const broken = (Object.keys(names) as (keyof Weight)[]).find((name) => weight[name] > limits[name]);
  return broken ? `Too many ${names[broken]}: at most ${limits[broken]}.` : null;
}

function asksAboutSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, { Field: ({ name }) => void (asks ||= name.value === "__schema" || name.value === "__type") });
  return asks;
}

/** The one operation that would run; none when the request does not say which of several. */
function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | null {
  const operations = document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node] : []));
  if (name) return operations.find((operation) => operation.name?.value === name) ?? null;
  return operations.length === 1 ? (operations[0] ?? null) : null;
}

/** The first field at the root of an operation, found through fragments; of a mutation it is the only one. */
function rootFieldOf(document: DocumentNode, { selections }: SelectionSetNode, within: readonly SelectionSetNode[] = []): string | null {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) return selection.name.value;
    const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragmentOf(document, selection.name.value);
    const found = set && !within.includes(set) ? rootFieldOf(document, set, [...within, set]) : null;
    if (found !== null) return found;
  }
  return null;
}

const fragmentOf = (document: DocumentNode, name: string): SelectionSetNode | undefined =>
  document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name ? [node.selectionSet] : []))[0];

/** Cost depends on the document and on the whole numbers among its variables: page sizes are such. */
const costKey = ({ query, operationName, variables }: GraphQLRequest): string => {
  const numbers = Object.entries(variables ?? {}).filter(([, value]) => typeof value === "number" || value === null || typeof value === "boolean");
  return JSON.stringify([query, operationName, numbers]);
};

function remember<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = find();
  if (key.length > LONGEST_REMEMBERED) return value;
  const oldest = known.keys().next();
  if (known.size >= REMEMBERED && !oldest.done) known.delete(oldest.value);
  known.set(key, value);
  return value;
}
