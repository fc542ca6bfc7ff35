/** Variables by name, as the process was started with them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What this process was started with. Nothing else in the project reads it. */
export const ENVIRONMENT: Environment = process.env;
