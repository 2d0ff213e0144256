import { type DocumentNode, type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from "graphql";

/** What a document amounts to once its fragments are written out; of several operations, the heaviest in each respect. */
export interface Weight {
  depth: number;
  selections: number;
  aliases: number;
  duplicates: number;
  directives: number;
  directivesOnOneField: number;
  acts: number;
}

const nothing: Weight = { depth: 0, selections: 0, aliases: 0, duplicates: 0, directives: 0, directivesOnOneField: 0, acts: 0 };

/** Weighs without a schema and without expanding: each fragment is weighed once, so that nested fragments cannot make it slow. */
export function weighDocument(document: DocumentNode): Weight {
  const scale = new Scale(document);
  return document.definitions.reduce((heaviest, definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return heaviest;
    const weight = scale.weighSet(definition.selectionSet);
    return heavier(heaviest, { ...weight, acts: definition.operation === "mutation" ? scale.rootFieldsOf(definition.selectionSet) : 0 });
  }, nothing);
}

class Scale {
  private readonly fragments: ReadonlyMap<string, SelectionSetNode>;
  private readonly weighed = new Map<string, Weight>();
  private readonly counted = new Map<string, number>();

  constructor(document: DocumentNode) {
    const definitions = document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [node] : []));
    this.fragments = new Map(definitions.map(({ name, selectionSet }) => [name.value, selectionSet]));
  }

  weighSet({ selections }: SelectionSetNode): Weight {
    const keys = selections.flatMap(keyOf);
    const own = { ...nothing, selections: selections.length, duplicates: keys.length - new Set(keys).size };
    return selections.reduce((sum, selection) => add(sum, this.weigh(selection)), own);
  }

  /** Root fields of an operation with its fragments written out. */
  rootFieldsOf({ selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + this.rootFieldsOf(selection.selectionSet);
      return sum + this.once(this.counted, selection.name.value, 0, (set) => this.rootFieldsOf(set));
    }, 0);
  }

  private weigh(selection: SelectionNode): Weight {
    const directives = selection.directives?.length ?? 0;
    return add({ ...nothing, directives, directivesOnOneField: directives }, this.inside(selection));
  }

  private inside(selection: SelectionNode): Weight {
    if (selection.kind === Kind.FIELD) return this.weighField(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.weighSet(selection.selectionSet);
    return this.once(this.weighed, selection.name.value, nothing, (set) => this.weighSet(set));
  }

  private weighField({ alias, selectionSet }: FieldNode): Weight {
    const inner = selectionSet ? this.weighSet(selectionSet) : nothing;
    return { ...inner, depth: inner.depth + 1, aliases: inner.aliases + (alias ? 1 : 0) };
  }

  /** A fragment within itself counts as nothing: validation refuses it. */
  private once<Value>(known: Map<string, Value>, name: string, within: Value, compute: (set: SelectionSetNode) => Value): Value {
    const found = known.get(name);
    if (found !== undefined) return found;
    const set = this.fragments.get(name);
    known.set(name, within);
    const value = set ? compute(set) : within;
    known.set(name, value);
    return value;
  }
}

function keyOf(selection: SelectionNode): string[] {
  if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
  return selection.kind === Kind.FRAGMENT_SPREAD ? [`...${selection.name.value}`] : [];
}

const add = (a: Weight, b: Weight): Weight => ({
  depth: Math.max(a.depth, b.depth),
  selections: a.selections + b.selections,
  aliases: a.aliases + b.aliases,
  duplicates: a.duplicates + b.duplicates,
  directives: a.directives + b.directives,
  directivesOnOneField: Math.max(a.directivesOnOneField, b.directivesOnOneField),
  acts: 0,
});

function heavier(a: Weight, b: Weight): Weight {
  const names = Object.keys(nothing) as (keyof Weight)[];
  return Object.fromEntries(names.map((name) => [name, Math.max(a[name], b[name])])) as unknown as Weight;
}
