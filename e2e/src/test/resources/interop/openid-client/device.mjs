// A device without a browser: it shows an address, and polls until she has answered there.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { issuer, registering, step, tellVersion, visit } from './program.mjs';

tellVersion();
const config = await step('registers itself', () =>
  client.dynamicClientRegistration(
    issuer,
    {
      client_name: 'Interop on a device',
      application_type: 'native',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      response_types: [],
      scope: 'openid profile',
      token_endpoint_auth_method: 'none'
    },
    client.None(),
    registering
  )
);

const codes = await step('gets its codes', () => client.initiateDeviceAuthorization(config, { scope: 'openid profile' }));

const tokens = await step('polls until she has answered', async () => {
  visit(codes.verification_uri_complete);
  return client.pollDeviceAuthorizationGrant(config, codes);
});

await step('reads who she is', async () => {
  const person = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  assert.equal(person.preferred_username, process.env.PERSON);
});

await step('refreshes the tokens', async () => {
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
  assert.equal(refreshed.claims().sub, tokens.claims().sub);
});
