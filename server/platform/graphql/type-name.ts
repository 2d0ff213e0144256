import { type ClassType, getMetadataStorage } from "type-graphql";

/** The name a class has in the contract. Throws when it is no object type, or none yet. */
export function typeNameOf(type: ClassType): string {
  const known = getMetadataStorage().objectTypes.find(({ target }) => target === type);
  if (!known) throw new Error(`${type.name} is no object type yet: say this below its class.`);
  return known.name;
}
