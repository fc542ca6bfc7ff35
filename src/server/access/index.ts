export { type Access, OPEN, openAccess } from "./access";
export { hashOfApiKey, makeApiKey } from "./api-key";
export { parseKeyFile } from "./api-key-file";
export { ANYBODY, type Client } from "./client";
export { type AccessOptions, OPEN_ACCESS, readAccess } from "./settings";
