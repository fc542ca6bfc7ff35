import * as modules from "node:module";

/** Newer versions of Node can cache compiled code between runs, in the folder of temporary files. */
const { enableCompileCache } = modules as { readonly enableCompileCache?: () => void };
enableCompileCache?.();
