// node verify.mjs machine|person ALG|opaque: checks one answer of each kind, so that no server is compared doing less
// work, and prints what its tokens are.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { app, machine, machineParameters, origin, post, work } from './server.mjs';

const hashes = { ES256: ['sha256', 'ieee-p1363'], RS256: ['sha256', undefined] };

function part(text) {
  return JSON.parse(Buffer.from(text, 'base64url'));
}

function must(holds, what) {
  if (!holds) {
    throw new Error(what);
  }
}

async function verified(token, algorithm) {
  const [head, body, signature] = token.split('.');
  const header = part(head);
  const claims = part(body);
  must(header.alg === algorithm, `the token is signed with ${header.alg}, not ${algorithm}`);
  const { keys } = await (await fetch(origin + process.env.BENCH_JWKS)).json();
  const jwk = keys.find(({ kid }) => kid === header.kid);
  must(jwk, `JWKS has no key ${header.kid}`);
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const [hash, dsaEncoding] = hashes[algorithm];
  must(verify(hash, Buffer.from(`${head}.${body}`), { key, dsaEncoding }, Buffer.from(signature, 'base64url')), 'the signature is wrong');
  must(claims.iss === process.env.BENCH_ISSUER, `iss is ${claims.iss}`);
  must(claims.sub && claims.iat, 'sub or iat is missing');
  const details = key.asymmetricKeyDetails;
  const strength = details.modulusLength ?? details.namedCurve;
  return { claims, text: `${header.typ ?? 'JWT'} ${header.alg} (${strength}), ${claims.exp - claims.iat} s, ${Object.keys(claims).length} claims, ${token.length} bytes` };
}

async function described(token, algorithm) {
  if (algorithm === 'opaque') {
    must(!token.includes('.'), 'the token is not opaque');
    return `opaque, ${token.length} bytes`;
  }
  const { claims, text } = await verified(token, algorithm);
  must((claims.client_id ?? claims.azp) && claims.jti, 'client_id or jti is missing');
  return text;
}

const [who, algorithm] = process.argv.slice(2);
if (who === 'machine') {
  const answer = await post(process.env.BENCH_TOKEN, machine, `grant_type=client_credentials${machineParameters}`);
  console.log(await described(answer.access_token, algorithm));
} else {
  const [refreshToken] = readFileSync(`${work}/refresh-tokens`, 'utf8').split('\n');
  const answer = await post(process.env.BENCH_TOKEN, app, `grant_type=refresh_token&refresh_token=${encodeURIComponent(refreshToken)}`);
  must(answer.refresh_token && answer.refresh_token !== refreshToken, 'the refresh token does not rotate');
  const id = await verified(answer.id_token, 'RS256');
  console.log(`${await described(answer.access_token, algorithm)}; ID token ${id.text}; refresh token ${answer.refresh_token.length} bytes, rotated`);
}
