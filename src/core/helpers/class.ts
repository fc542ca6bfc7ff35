// biome-ignore lint/suspicious/noExplicitAny: the container resolves the arguments, and a mixin passes them on
export type Class<T = object> = new (...args: any[]) => T;
