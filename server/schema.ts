import type { GraphQLSchema } from "graphql";
import type { ClassType } from "type-graphql";
import type { Services } from "./compose.ts";
import { permissions } from "./modules/identity/index.ts";
import { buildContract } from "./platform/graphql/build-schema.ts";
import { declareActs } from "./platform/graphql/viewer-may.ts";

interface Composed {
  type: ClassType;
  make: (services: Services) => object;
}

/** A resolver and the services it works with. */
export const composed = <Instance extends object>(type: ClassType<Instance>, make: (services: Services) => Instance): Composed => ({ type, make });

/** The resolvers of every module, lowest first; a class alone needs no service. */
const resolvers: readonly (ClassType | Composed)[] = [];

/** The contract. Without services it can be printed and checked, but not called; a database is not needed. */
export function createSchema(services?: Services): GraphQLSchema {
  declareActs(Object.keys(permissions));
  const withServices = resolvers.filter((resolver) => typeof resolver === "object");
  const instances = new Map(services ? withServices.map(({ type, make }) => [type, make(services)]) : []);
  return buildContract(resolvers.map((resolver) => (typeof resolver === "object" ? resolver.type : resolver)), instances);
}
