import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type ClassType, getMetadataStorage, type NonEmptyArray } from "type-graphql";
import { cleanTexts } from "./clean-texts.ts";
import { guardPages } from "./connection.ts";
import { guardRecords } from "./guard-records.ts";
import { guardRootFields } from "./may.ts";
import { NodeResolver, recordReaders } from "./node.ts";

/** Composed resolvers by their class. */
export type Instances = ReadonlyMap<ClassType, object>;

/**
 * Builds the contract from the resolver classes of all modules; every root field, and every way to a record, is behind its guard.
 * A resolver that needs no service is made here; one that needs some and was not composed can be printed, but not called.
 */
export function buildContract(resolvers: readonly ClassType[], instances: Instances): GraphQLSchema {
  readPlainFieldsPlainly();
  const made = new Map(instances);
  const get = (type: ClassType): object => {
    const instance = made.get(type) ?? (type.length === 0 ? (new type() as object) : null);
    if (!instance) throw new Error(`${type.name} was not composed.`);
    made.set(type, instance);
    return instance;
  };
  const all: NonEmptyArray<ClassType> = [NodeResolver, ...resolvers];
  const schema = cleanTexts(guardPages(buildSchemaSync({ resolvers: all, container: { get }, validate: false })));
  return guardRecords(guardRootFields(schema), recordReaders());
}

/** A field without a resolver of its own is a property: no promise, no middleware. */
function readPlainFieldsPlainly(): void {
  for (const field of getMetadataStorage().fields) field.simple ??= field.name === field.schemaName;
}
