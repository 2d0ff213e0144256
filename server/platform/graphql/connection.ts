import "reflect-metadata";
import { defaultFieldResolver, GraphQLError, type GraphQLSchema, isObjectType } from "graphql";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { type Page, type PageRequest, UnfitCursor } from "../paging.ts";
import { isPageSize, pageSizeSentence } from "./limits.ts";
import { typeNameOf } from "./type-name.ts";

@ObjectType("PageInfo", { description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows." })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether something came before." })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first edge; null when the page is empty." })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: "The cursor to ask on from; null when the page is empty." })
  endCursor: string | null;
}

/** The arguments of every list that can grow; `guardPages` keeps `first` between 1 and 100. */
@ArgsType()
export class ConnectionArgs implements PageRequest {
  @Field(() => Int, { description: "How many at most, 1 to 100." })
  first: number;

  @Field(() => String, { nullable: true, description: "The cursor to continue after; absent means from the beginning." })
  after?: string | null;
}

const connections = new Map<ClassType, ClassType<Page<object>>>();

/**
 * The connection of an object type, made once per class: `export const AssessmentConnection = Connection(AssessmentObject)`.
 * Call it beside the object type, never inside a thunk: the schema reads what was declared before it is built.
 */
export function Connection<Item extends object>(Item: ClassType<Item>): ClassType<Page<Item>> {
  const known = connections.get(Item) ?? connectionOf(Item, typeNameOf(Item));
  connections.set(Item, known);
  return known as ClassType<Page<Item>>;
}

function connectionOf(Item: ClassType<object>, name: string): ClassType<Page<object>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list and its place there.` })
  class Edge {
    @Field(() => String, { description: "This place in the list, to continue after." })
    cursor: string;

    @Field(() => Item, { description: "The record itself." })
    node: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ItemConnection {
    @Field(() => [Edge], { description: "The records of this page in order." })
    edges: Edge[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo: PageInfo;

    @Field(() => Int, { description: "How many the whole list has; counted only when asked for." })
    totalCount: () => Promise<number>;
  }
  return ItemConnection;
}

const refuse = (sentence: string) => new GraphQLError(sentence, { extensions: { code: "BAD_USER_INPUT" } });

/** Refuses a page of another size than 1 to 100 where it would be read, for whoever comes past the judge of requests; and a cursor that is none of this list. */
export function guardPages(schema: GraphQLSchema): GraphQLSchema {
  const fields = Object.values(schema.getTypeMap()).filter(isObjectType).flatMap((type) => Object.values(type.getFields()));
  for (const field of fields.filter(({ args }) => args.some(({ name }) => name === "first"))) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (root, args: PageRequest, ctx, info): Promise<unknown> => {
      if (!isPageSize(args.first)) throw refuse(pageSizeSentence);
      try {
        return await resolve(root, args, ctx, info);
      } catch (error) {
        throw error instanceof UnfitCursor ? refuse("`after` is no cursor of this list.") : error;
      }
    };
  }
  return schema;
}
