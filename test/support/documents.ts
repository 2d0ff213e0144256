import { concatAST, type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from "graphql";
import { sources } from "../architecture/sources.ts";

const written = [
  ...sources("web/src").flatMap(({ path, text }) => [...text.matchAll(/\bgraphql\(\s*`([^`]+)`/g)].map(([, body]) => ({ path, body: body ?? "" }))),
  ...sources("schema/journeys", /\.graphql$/).map(({ path, text }) => ({ path, body: text })),
];
const parsed = written.map(({ path, body }) => ({ path, document: parse(body) }));
const fragments = new Map(parsed.flatMap(({ document }) => document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node])));

/** A document with the fragments it needs, and no others, as a page sends it. */
function whole(document: DocumentNode): DocumentNode {
  const wanted = new Map<string, FragmentDefinitionNode>();
  const present = new Set(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [node.name.value] : [])));
  const collect = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const found = fragments.get(name.value);
        if (!found || wanted.has(name.value) || present.has(name.value)) return;
        wanted.set(name.value, found);
        collect(found);
      },
    });
  };
  collect(document);
  return concatAST([document, { kind: Kind.DOCUMENT, definitions: [...wanted.values()] }]);
}

/** Every document of the web and of the journeys that has an operation, as a page sends it, with the file it stands in. */
export const operations = parsed
  .filter(({ document }) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
  .map(({ path, document }) => ({ path, document: whole(document) }));

/** A document as the server reads it. */
export const document = (text: string): DocumentNode => parse(text, { noLocation: true });
