/** Variables by name, as the process was started with them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What this process was started with. Nothing else in the project reads it. */
export const ENVIRONMENT: Environment = process.env;

/** What a command line says wins over the environment: for threads of this process, too. To be said before it is read. */
export function setVariables(variables: Environment): void {
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) process.env[name] = value;
}
