// A client that registers itself and looks after its registration.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { issuer, refused, registering, step, strict, tellVersion } from './program.mjs';

const metadata = {
  client_name: 'Interop registered',
  redirect_uris: ['http://127.0.0.1/callback'],
  application_type: 'native',
  contacts: ['ops@interop.example'],
  'client_name#fr': 'Interop enregistré'
};

tellVersion();
await step('understands that it needs a token', async () => {
  const refusal = await refused(client.dynamicClientRegistration(issuer, metadata, undefined, strict));
  assert.equal(refusal.cause[0].scheme, 'bearer');
  assert.equal(refusal.cause[0].parameters.error, undefined);
});

await step('understands what is wrong with its metadata', async () => {
  const refusal = await refused(
    client.dynamicClientRegistration(issuer, { ...metadata, redirect_uris: ['http://*.example'] }, undefined, registering)
  );
  assert.equal(refusal.error, 'invalid_redirect_uri');
});

const config = await step('registers with an initial access token', async () => {
  const config = await client.dynamicClientRegistration(issuer, metadata, client.ClientSecretBasic(), registering);
  const registered = config.clientMetadata();
  assert.equal(registered.client_name, metadata.client_name);
  assert.deepEqual(registered.redirect_uris, metadata.redirect_uris);
  assert.ok(registered.client_secret);
  return config;
});

await step('reads its registration', async () => {
  const answer = await own('GET');
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).client_name, metadata.client_name);
});

await step('changes its registration', async () => {
  const { client_id } = config.clientMetadata();
  const answer = await own('PUT', JSON.stringify({ ...metadata, client_id, client_name: 'Interop renamed' }));
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).client_name, 'Interop renamed');
});

await step('removes its registration', async () => {
  assert.equal((await own('DELETE')).status, 204);
  const refusal = await refused(own('GET'));
  assert.equal(refusal.cause[0].parameters.error, 'invalid_token');
});

// RFC 7592, for which the library has no function of its own.
function own(method, body) {
  const { registration_access_token, registration_client_uri } = config.clientMetadata();
  return client.fetchProtectedResource(config, registration_access_token, new URL(registration_client_uri), method, body,
    new Headers({ 'Content-Type': 'application/json' }));
}
