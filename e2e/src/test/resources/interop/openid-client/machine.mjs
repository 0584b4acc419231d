// A client without people: it reads either metadata document and gets tokens in its own name.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { issuer, refused, step, strict, tellVersion } from './program.mjs';

tellVersion();
for (const algorithm of ['oidc', 'oauth2']) {
  const config = await step(`discovers the server by ${algorithm}`, () =>
    client.discovery(issuer, 'quartet-machine', undefined, client.ClientSecretBasic('quartet-machine-demo-secret'), {
      ...strict,
      algorithm
    })
  );

  await step(`knows from the ${algorithm} metadata that PKCE works`, () =>
    assert.ok(config.serverMetadata().supportsPKCE())
  );

  const { access_token } = await step(`gets a token by client_credentials after ${algorithm}`, async () => {
    const tokens = await client.clientCredentialsGrant(config, { scope: 'notes:read' });
    assert.equal(tokens.token_type, 'bearer');
    assert.ok(tokens.expiresIn() > 0);
    return tokens;
  });

  await step(`introspects and revokes it after ${algorithm}`, async () => {
    const before = await client.tokenIntrospection(config, access_token);
    assert.equal(before.active, true);
    assert.equal(before.client_id, 'quartet-machine');
    assert.equal(before.scope, 'notes:read');
    await client.tokenRevocation(config, access_token, { token_type_hint: 'access_token' });
    assert.deepEqual(await client.tokenIntrospection(config, access_token), { active: false });
  });

  await step(`understands the refusal of a scope after ${algorithm}`, async () => {
    const refusal = await refused(client.clientCredentialsGrant(config, { scope: 'openid notes:write' }));
    assert.equal(refusal.error, 'invalid_scope');
  });
}

await step('understands the refusal of a wrong secret', async () => {
  const config = await client.discovery(issuer, 'quartet-machine', undefined, client.ClientSecretBasic('wrong'));
  const refusal = await refused(client.clientCredentialsGrant(config));
  assert.equal(refusal.cause[0].scheme, 'basic');
});
