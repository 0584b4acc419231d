// Plays the issuer of the API under load: signs tokens into files, publishes one key and counts who fetches it.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, folder, resource] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = { ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'ES256' };
let fetches = 0;

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(number, kid) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: `bench-${number}`, aud: [resource], client_id: 'bench', grant_id: `g-${number}`,
    scope: 'notes:read notes:write', iat: now, nbf: now, exp: now + 4 * 3600, jti: randomUUID() };
  const text = `${part({ typ: 'at+jwt', alg: 'ES256', kid })}.${part(claims)}`;
  const signature = kid === 'bench' ? sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    : Buffer.alloc(64, number);
  return `${text}.${signature.toString('base64url')}`;
}

function write(name, count, kid) {
  writeFileSync(`${folder}/${name}`, Array.from({ length: count }, (_, number) => `${token(number, kid(number))}\n`).join(''));
}

write('hot', 1, () => 'bench');
write('distinct', 10_000, () => 'bench');
write('forged', 20_000, () => randomUUID());

createServer((request, answer) => {
  const path = new URL(request.url, issuer).pathname;
  answer.setHeader('content-type', 'application/json');
  if (path === '/jwks') {
    fetches++;
    answer.end(JSON.stringify({ keys: [key] }));
  } else if (path === '/fetches') {
    answer.end(String(fetches));
  } else if (path.startsWith('/.well-known/')) {
    answer.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }));
  } else {
    answer.writeHead(404).end();
  }
}).listen(Number(port), '127.0.0.1');
