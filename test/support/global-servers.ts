/** Servers that setup starts and teardown stops: Jest loads the two separately, in one process. */
interface Stopped {
  stop(): Promise<void>;
}

const holder = globalThis as { footprintTestServers?: Stopped[] };
holder.footprintTestServers ??= [];

export const runningServers: Stopped[] = holder.footprintTestServers;
