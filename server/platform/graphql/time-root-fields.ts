import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import type { Histogram } from "prom-client";
import { rootFields } from "./may.ts";

/** Measures root fields alone: to measure every field costs more than most fields do. */
export function timeRootFields(schema: GraphQLSchema, durations: Histogram<"field" | "ending">): GraphQLSchema {
  for (const { name, field } of rootFields(schema)) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (...call) => {
      const end = durations.startTimer({ field: name });
      try {
        const value: unknown = await resolve(...call);
        end({ ending: "answered" });
        return value;
      } catch (error) {
        end({ ending: "failed" });
        throw error;
      }
    };
  }
  return schema;
}
