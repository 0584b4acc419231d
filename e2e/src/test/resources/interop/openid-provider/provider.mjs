// A provider of OpenID Connect that nobody here wrote: npm's oidc-provider, which the OpenID Foundation certified. What
// stands here is only what it leaves to its user: the accounts and the page where people sign in, and the switch that
// makes it lie (faults.mjs). It says `listening <address>` when it does, and then what became of its logout tokens.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { Provider } from 'oidc-provider';
import { faults } from './faults.mjs';

const { APP, CLIENT_ID, CLIENT_SECRET } = process.env;

const listener = createServer().listen(0, '127.0.0.1');
await once(listener, 'listening');
const issuer = `http://127.0.0.1:${listener.address().port}`;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signingKey = { ...privateKey.export({ format: 'jwk' }), kid: 'first', use: 'sig', alg: 'RS256' };

const client = (id, name, more) => ({
  client_id: id,
  client_secret: CLIENT_SECRET,
  redirect_uris: [`${APP}/login/oauth2/code/${name}`],
  post_logout_redirect_uris: [`${APP}/`],
  backchannel_logout_uri: `${APP}/logout/backchannel/${name}`,
  backchannel_logout_session_required: true,
  token_endpoint_auth_method: 'client_secret_basic',
  ...more
});

const provider = new Provider(issuer, {
  clients: [client(CLIENT_ID, 'other'), client(`${CLIENT_ID} posted`, 'posted')],
  jwks: { keys: [signingKey] },
  cookies: { keys: [CLIENT_SECRET] },
  scopes: ['openid'],
  claims: { openid: ['sub', 'sid'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: askWhetherToSignOut, postLogoutSuccessSource: saySignedOut }
  },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => account(id) }),
  loadExistingGrant: allowEverything,
  renderError: (ctx, out) => {
    ctx.body = page('Refused', `<p id="refused">${escaped(out.error)}: ${escaped(out.error_description)}</p>`);
  },
  // Without the guard that keeps a provider in earnest from calling this machine.
  fetch: (url, { dispatcher, ...options }) => fetch(url, options)
});
provider.on('backchannel.success', (ctx, to) => console.log(`ended ${to.clientId}`));
provider.on('backchannel.error', (ctx, failure, to) => console.log(`not ended ${to.clientId}: ${failure.message}`));
provider.on('server_error', (ctx, failure) => console.log(failure));

const known = faults({ signingKey, clientSecret: CLIENT_SECRET, app: APP });
let fault = 'none';
provider.use(async (ctx, next) => {
  await next();
  await known[fault][ctx.oidc?.route]?.(ctx);
});

const app = express();
app.disable('x-powered-by');
app.post('/fault', express.text(), (request, response) => {
  fault = Object.hasOwn(known, request.body) ? request.body : fault;
  response.status(fault === request.body ? 204 : 404).end();
});
app.use((request, response, next) => (fault === 'down' ? request.socket.destroy() : next()));
app.get('/interaction/:uid', (request, response) => response.send(signInPage()));
app.post('/interaction/:uid', express.urlencoded({ extended: false }), async (request, response) => {
  const { username, cancel } = request.body;
  const result = cancel
    ? { error: 'access_denied', error_description: 'she said no' }
    : { login: { accountId: `subject-of-${username}` } };
  await provider.interactionFinished(request, response, result);
});
app.use(provider.callback());
listener.on('request', app);
console.log(`listening ${issuer}`);

function account(id) {
  const username = id.replace('subject-of-', '');
  const name = `${username[0].toUpperCase()}${username.slice(1)} Elsewhere`;
  return {
    sub: id,
    name,
    preferred_username: username,
    email: `${username}@elsewhere.example`,
    email_verified: true
  };
}

// Who signs in has allowed it: no page of its own asks for that.
async function allowEverything(ctx) {
  const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

function signInPage() {
  return page(
    'Sign in elsewhere',
    `<form method="post"><label>User name <input id="username" name="username"></label>
    <button id="allow">Sign in and allow</button> <button id="deny" name="cancel" value="true">Deny</button></form>`
  );
}

function askWhetherToSignOut(ctx, form) {
  ctx.body = page(
    'Sign out elsewhere?',
    `${form}<button id="sign-out-everywhere" form="op.logoutForm" name="logout" value="yes">Sign out</button>`
  );
}

function saySignedOut(ctx) {
  ctx.body = page('Signed out elsewhere', '<p id="signed-out-everywhere">Good bye.</p>');
}

function page(title, content) {
  return `<!doctype html><html lang="en"><title>${title}</title><link rel="icon" href="data:,">
    <main><h1>${title}</h1>${content}</main>`;
}

function escaped(text) {
  return String(text).replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
