// oidc-provider with its own in-memory adapter and its development interactions, one process.
// BENCH_FORMAT says which access tokens it issues: jwt (signed, not stored) or opaque (its default: stored).
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';

const { BENCH_PORT: port, BENCH_SECRET: secret, BENCH_CALLBACK: callback, BENCH_FORMAT: format } = process.env;
const issuer = `http://localhost:${port}`;
const api = 'https://bench.example/api';

function key(type, options, members) {
  return { ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), ...members };
}

// The client's name decides the signature: a resource server is asked for by its address.
function resourceServer(_ctx, resource) {
  return {
    scope: 'bench:read',
    audience: api,
    accessTokenTTL: 300,
    accessTokenFormat: format,
    ...(format === 'jwt' && { jwt: { sign: { alg: resource.endsWith('rs256') ? 'RS256' : 'ES256' } } }),
  };
}

const machine = { client_secret: secret, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] };

const provider = new Provider(issuer, {
  clients: [
    { client_id: 'bench-machine', ...machine },
    { client_id: 'bench-machine-rs256', ...machine },
    {
      client_id: 'bench-app',
      client_secret: secret,
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: [callback],
      id_token_signed_response_alg: 'RS256',
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
  cookies: { keys: [secret] },
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    resourceIndicators: {
      enabled: format === 'jwt',
      getResourceServerInfo: resourceServer,
      useGrantedResource: () => true,
    },
  },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: 'Alice Liddell', preferred_username: id }),
  }),
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  jwks: {
    keys: [
      key('ec', { namedCurve: 'P-256' }, { alg: 'ES256', use: 'sig' }),
      key('rsa', { modulusLength: 2048 }, { alg: 'RS256', use: 'sig' }),
    ],
  },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  scopes: ['openid', 'profile', 'bench:read'],
  ttl: { AccessToken: 300, AuthorizationCode: 60, ClientCredentials: 300, IdToken: 300 },
});

provider.on('server_error', (_ctx, error) => console.error(error));
provider.listen(Number(port), '127.0.0.1');
