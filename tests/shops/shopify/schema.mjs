// Shopify's own schema of its Admin API. Shopify publishes it inside the package of a tool of its: that package is
// fetched once, checked, and nothing but the schema is taken out of it. (Installed as a dependency it would bring hundreds
// of others.)

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { buildClientSchema } from 'graphql';

export const VERSION = '2026-10';

const PACKAGE = '@shopify/dev-mcp@1.16.0';
const SHA512 = 'tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==';
const INSIDE = `package/dist/data/admin_${VERSION}.json.gz`;

const kept = path.join(import.meta.dirname, '../node_modules/.shopify', `admin_${VERSION}.json.gz`);

export function schema() {
  if (!existsSync(kept)) fetchSchema();
  const said = JSON.parse(gunzipSync(readFileSync(kept)));
  return buildClientSchema(said.data ?? said, { assumeValid: true });
}

function fetchSchema() {
  const folder = mkdtempSync(path.join(tmpdir(), 'onedoor-shopify-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd: folder }).toString().trim();
    const file = path.join(folder, packed);
    const sum = createHash('sha512').update(readFileSync(file)).digest('base64');
    if (sum !== SHA512) throw new Error(`${PACKAGE} is not the package that it was: ${sum}`);
    const text = execFileSync('tar', ['-xzOf', file, INSIDE], { maxBuffer: 64 * 1024 * 1024 });
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileSync(kept, text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
