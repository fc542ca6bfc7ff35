/** Keys that were asked for once. What is cached from the second time on is not pushed out by thousands of different questions. */
export class AskedOnce<Key> {
  private readonly keys = new Set<Key>();

  /** @param most keys to remember: they are forgotten all together when there are as many */
  constructor(private readonly most: number) {}

  /** Whether a key was asked for before; if not, it is noted. */
  isAgain(key: Key): boolean {
    if (this.keys.delete(key)) return true;
    if (this.keys.size >= this.most) this.keys.clear();
    this.keys.add(key);
    return false;
  }
}
