// A key and a certificate for 127.0.0.1 that nobody else trusts, made for one run. Needs openssl.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-tls-'));
  const [keyout, out] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    execFileSync('openssl', ['req', '-x509', ...kind, '-days', '2', '-subj', '/CN=127.0.0.1', '-keyout', keyout, '-out', out], { stdio: 'pipe' });
    return { key: readFileSync(keyout), cert: readFileSync(out) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
