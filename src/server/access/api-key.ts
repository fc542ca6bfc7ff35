import { randomBytes } from "node:crypto";
import { sha256 } from "../sha256";

/**
 * 256 random bits. Such a key needs no slow hash: SHA-256 protects it, and costs next to nothing at
 * each request. Keys of another form, which a person might have chosen, are refused. With the prefix, secret scanners find a key
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
