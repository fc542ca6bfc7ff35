import { randomBytes } from "node:crypto";
import { sha256 } from "../sha256";

/**
 * 256 bits by chance. A key of 256 random bits needs no slow hash: SHA-256 keeps it secret, and costs nothing at
 * each request. So no other form is taken, which a person might have thought of. The prefix lets scanners find a key
 * that was published by mistake.
 */
const FORM = /^fpg_[A-Za-z0-9_-]{43}$/;

export function makeApiKey(): string {
  return `fpg_${randomBytes(32).toString("base64url")}`;
}

export function isApiKey(text: string): boolean {
  return FORM.test(text);
}

export function hashOfApiKey(key: string): string {
  return sha256(key);
}
