// The faults of a provider, each put into what the library answers, on its way out. Where an ID token is changed it is
// signed again, so that it is wrong in one respect only.
import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

const ELSEWHERE = 'https://elsewhere.example';
const HOUR = 3600;

const encoded = (object) => Buffer.from(JSON.stringify(object)).toString('base64url');
const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url'));

/** What each fault, by its name, does to the answers of the library's routes. */
export function faults({ signingKey, clientSecret, app }) {
  const genuine = { kid: signingKey.kid, key: createPrivateKey({ key: signingKey, format: 'jwk' }) };
  const strange = { kid: signingKey.kid, key: newKey() };
  const next = { kid: 'second', key: newKey() };

  const rs256 = ({ kid, key }) => ({
    header: { alg: 'RS256', typ: 'JWT', kid },
    signature: (content) => sign('sha256', Buffer.from(content), key).toString('base64url')
  });
  const hs256 = {
    header: { alg: 'HS256', typ: 'JWT' },
    signature: (content) => createHmac('sha256', clientSecret).update(content).digest('base64url')
  };
  const unsigned = { header: { alg: 'none' }, signature: () => '' };

  const idToken = (change, { header, signature } = rs256(genuine)) => ({
    token: (ctx) => {
      const claims = decoded(ctx.body.id_token.split('.')[1]);
      const content = `${encoded(header)}.${encoded({ ...claims, ...change(claims) })}`;
      ctx.body = { ...ctx.body, id_token: `${content}.${signature(content)}` };
    }
  });
  const same = () => ({});
  const answer = (change) => ({ authorization: redirected(change), resume: redirected(change) });
  const redirected = (change) => (ctx) => {
    const location = ctx.response.get('Location');
    if (location.startsWith(app)) {
      const address = new URL(location);
      ctx.redirect(String(change(address) ?? address));
    }
  };
  const member = (name, value) => (ctx) => {
    ctx.body = { ...ctx.body, [name]: value };
  };

  return {
    none: {},
    issuer: idToken(() => ({ iss: ELSEWHERE })),
    audience: idToken(() => ({ aud: 'somebody-else' })),
    party: idToken(({ aud }) => ({ aud: [aud, 'somebody-else'], azp: 'somebody-else' })),
    nonce: idToken(() => ({ nonce: 'of-another-sign-in' })),
    nonceless: idToken(() => ({ nonce: undefined })),
    expired: idToken(({ iat }) => ({ exp: iat - HOUR / 6, iat: iat - HOUR / 2 })),
    hash: idToken(() => ({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' })),
    key: idToken(same, rs256(strange)),
    unsigned: idToken(same, unsigned),
    symmetric: idToken(same, hs256),
    rotated: {
      ...idToken(same, rs256(next)),
      jwks: (ctx) => member('keys', [...ctx.body.keys, published(next)])(ctx)
    },
    userinfo: { userinfo: member('sub', 'subject-of-somebody-else') },
    metadata: { discovery: member('issuer', ELSEWHERE) },
    callback: answer((address) => address.searchParams.set('iss', ELSEWHERE)),
    anonymous: answer((address) => address.searchParams.delete('iss')),
    state: answer((address) => address.searchParams.set('state', 'of-another-sign-in')),
    detour: answer((address) => `${app}/login/oauth2/code/posted${address.search}`),
    slow: { token: () => setTimeout(30_000) },
    down: {}
  };
}

function newKey() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

function published({ kid, key }) {
  const { kty, n, e } = key.export({ format: 'jwk' });
  return { kty, n, e, kid, use: 'sig', alg: 'RS256' };
}
