// An application that signs people in, with the client authentication and the features that its arguments name.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { issuer, refused, registering, site, step, tellVersion } from './program.mjs';

const [method, ...features] = process.argv.slice(2);
const pushed = features.includes('pushed');
const signed = features.includes('signed');
const described = features.includes('described');
const formPost = features.includes('form_post');
const algorithm = features.find((feature) => /^[A-Z]+\d+$/.test(feature)) ?? 'RS256';

tellVersion();
const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
const privateKey = { key: keys.privateKey, kid: 'interop' };
const authentication = {
  client_secret_basic: () => client.ClientSecretBasic(),
  client_secret_post: () => client.ClientSecretPost(),
  private_key_jwt: () => client.PrivateKeyJwt(privateKey)
};
const application = await site();
const config = await step('registers itself', async () =>
  client.dynamicClientRegistration(issuer, await metadata(), authentication[method](), registering)
);

const tokens = await step('gets tokens for a code', async () => {
  const request = await authorizationRequest({ max_age: '300' });
  const answer = await application.sends(request.address, application.callback);
  assert.equal(answer.method, formPost ? 'POST' : 'GET');
  const tokens = await client.authorizationCodeGrant(config, answer, { ...request.checks, maxAge: 300 });
  assert.ok(tokens.refresh_token);
  return tokens;
});

await step('reads who she is', async () => {
  const { sub } = tokens.claims();
  const person = await client.fetchUserInfo(config, tokens.access_token, sub);
  assert.equal(person.preferred_username, process.env.PERSON);
  assert.ok(person.email);
  // signed userinfo under another subject, and a claim that the ID token has only because it was asked for
  assert.equal(sub === process.env.PERSON, !described);
  assert.equal(tokens.claims().email, described ? person.email : undefined);
});

await step('introspects the access token', async () => {
  const state = await client.tokenIntrospection(config, tokens.access_token);
  assert.equal(state.active, true);
  assert.equal(state.client_id, config.clientMetadata().client_id);
  assert.equal(state.sub, tokens.claims().sub);
});

const refreshed = await step('refreshes the tokens', async () => {
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
  assert.notEqual(refreshed.access_token, tokens.access_token);
  assert.notEqual(refreshed.refresh_token, tokens.refresh_token);
  assert.equal(refreshed.claims().sub, tokens.claims().sub);
  await client.fetchUserInfo(config, refreshed.access_token, refreshed.claims().sub);
  return refreshed;
});

await step('revokes the tokens', async () => {
  await client.tokenRevocation(config, refreshed.refresh_token, { token_type_hint: 'refresh_token' });
  assert.deepEqual(await client.tokenIntrospection(config, refreshed.access_token), { active: false });
  const refusal = await refused(client.refreshTokenGrant(config, refreshed.refresh_token));
  assert.equal(refusal.error, 'invalid_grant');
});

await step('signs her out and gets the state back', async () => {
  const address = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: application.signedOut,
    state: 'good bye'
  });
  const { url } = await application.sends(address, application.signedOut);
  assert.equal(new URL(url).searchParams.get('state'), 'good bye');
});

await step('learns that she is signed out', async () => {
  const request = await authorizationRequest({ prompt: 'none' });
  const answer = await application.sends(request.address, application.callback);
  const refusal = await refused(client.authorizationCodeGrant(config, answer, request.checks));
  assert.equal(refusal.error, 'login_required');
});
application.close();

async function metadata() {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return {
    client_name: `Interop by ${method}`,
    redirect_uris: [application.callback],
    post_logout_redirect_uris: [application.signedOut],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: 'openid profile email',
    id_token_signed_response_alg: algorithm,
    token_endpoint_auth_method: method,
    require_pushed_authorization_requests: pushed,
    ...(described && { subject_type: 'pairwise', userinfo_signed_response_alg: 'ES256' }),
    ...(signed && { request_object_signing_alg: 'ES256' }),
    ...((signed || method === 'private_key_jwt') && { jwks: { keys: [{ kty, crv, x, y, kid: 'interop', use: 'sig' }] } })
  };
}

// Where to send her, and what to hold the answer against.
async function authorizationRequest(further) {
  const checks = {
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce()
  };
  const parameters = {
    redirect_uri: application.callback,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    ...(described && { claims: JSON.stringify({ id_token: { email: { essential: true } } }) }),
    ...(formPost && { response_mode: 'form_post' }),
    ...further
  };
  return { address: await authorizationAddress(parameters), checks };
}

async function authorizationAddress(parameters) {
  const address = signed
    ? await client.buildAuthorizationUrlWithJAR(config, parameters, privateKey)
    : client.buildAuthorizationUrl(config, parameters);
  return pushed ? client.buildAuthorizationUrlWithPAR(config, address.searchParams) : address;
}
