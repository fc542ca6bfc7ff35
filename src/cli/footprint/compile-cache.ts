import * as modules from "node:module";

/** Newer versions of Node keep compiled code from run to run, in the folder of temporary files. */
const { enableCompileCache } = modules as { readonly enableCompileCache?: () => void };
enableCompileCache?.();
