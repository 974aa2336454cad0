import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { PAGE_HOST } from "./address.js";

/**
 * Answers what the page asks of its own origin: files of the built page and nothing else. Every answer carries the policy that
 * keeps the page from running or reaching anything that is not in that folder.
 */
export async function servePageFile(request: Request, folder: string): Promise<Response> {
  if (request.method !== "GET") return refuse(405, "method not allowed");
  const file = fileOf(request.url, folder);
  if (file === undefined) return refuse(403, "forbidden");
  const type = CONTENT_TYPES[path.extname(file)];
  if (type === undefined) return refuse(404, "not found");
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch {
    return refuse(404, "not found");
  }
  const nonce = randomBytes(16).toString("base64");
  const body = type.startsWith("text/html") ? content.toString("utf8").replaceAll(NONCE_MARK, nonce) : content;
  return new Response(new Uint8Array(Buffer.from(body)), { headers: headersOf(type, nonce) });
}

/** What the bundler writes where the nonce of each load belongs (`html.cspNonce` in vite.config.ts). */
export const NONCE_MARK = "nonce-of-this-load";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
};

/** The file an address means, or undefined when it is not one inside the folder. */
function fileOf(address: string, folder: string): string | undefined {
  const { host, pathname } = new URL(address);
  if (host !== PAGE_HOST) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (name.includes("\0") || name.includes("\\")) return undefined;
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

/** Styles that libraries add at run time need the nonce of the load; scripts never come from anywhere but files. */
function headersOf(type: string, nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-type": type,
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
}

function refuse(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain" } });
}
