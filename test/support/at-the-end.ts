/** Closes resources that suites share, such as a browser, after the last suite. */
const closers: (() => Promise<void>)[] = [];

export function atTheEnd(close: () => Promise<void>): void {
  closers.push(close);
}

/** In reverse order of opening. */
export async function closeAll(): Promise<void> {
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
}
