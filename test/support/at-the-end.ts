/** What suites that run together share, such as a browser, is closed when the last of them is over. */
const closers: (() => Promise<void>)[] = [];

export function atTheEnd(close: () => Promise<void>): void {
  closers.push(close);
}

/** The last that was opened first. */
export async function closeAll(): Promise<void> {
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
}
