// A provider of OAuth 1.0a (RFC 5849) made of what others wrote: oauthorize walks the legs and passport-http-oauth
// verifies every signature. What stands here is only what they leave to their user: storage, the page and the profile.
// It says `listening <address>` on its first line, and then `refused <status> <problem> <path>` for what it refused.
import { randomUUID } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import oauthorize from 'oauthorize';
import passport from 'passport';
import strategies from 'passport-http-oauth';

const CLOCK_SKEW = 300;
const PEOPLE = { alice: 'Alice Liddell', bob: 'Bob Archer' };

const consumer = { key: process.env.CONSUMER_KEY, secret: process.env.CONSUMER_SECRET };
const requests = new Map();
const tokens = new Map();
const nonces = new Set();

const findConsumer = (key, done) => (key === consumer.key ? done(null, consumer, consumer.secret) : done(null, false));

// A nonce is good once within the time in which its request is (RFC 5849 §3.3).
function isFresh(timestamp, nonce, done) {
  const fresh = Math.abs(Date.now() / 1000 - timestamp) < CLOCK_SKEW && !nonces.has(timestamp + nonce);
  nonces.add(timestamp + nonce);
  done(null, fresh);
}

passport.use(
  'consumer',
  new strategies.ConsumerStrategy(
    findConsumer,
    (token, done) => done(null, requests.get(token)?.secret, requests.get(token)),
    isFresh
  )
);
passport.use(
  'token',
  new strategies.TokenStrategy(
    findConsumer,
    (token, done) => done(null, tokens.get(token)?.person ?? false, tokens.get(token)?.secret),
    isFresh
  )
);
// Nobody logs in at these endpoints: whoever has signed is the request's user, and that is all.
const signed = (strategy) => passport.authenticate(strategy, { session: false, assignProperty: 'user' });

const server = oauthorize.createServer();
server.serializeClient((client, done) => done(null, client.key));
server.deserializeClient((key, done) => findConsumer(key, done));

function issue(store, more) {
  const [token, secret] = [randomUUID(), randomUUID()];
  store.set(token, { secret, ...more });
  return [token, secret];
}

const app = express();
app.disable('x-powered-by');
app.use(tellRefusals);
app.use(express.urlencoded({ extended: false }));

app.post(
  '/oauth/request_token',
  signed('consumer'),
  server.requestToken((client, callback, done) => {
    if (!callback) {
      return done(null, false);
    }
    done(null, ...issue(requests, { callback }));
  })
);

const browser = session({ secret: randomUUID(), name: 'OAUTH1', resave: false, saveUninitialized: false });

app.get(
  '/oauth/authenticate',
  browser,
  server.userAuthorization((token, done) => {
    const request = requests.get(token);
    done(null, request && !request.verifier && consumer, request?.callback);
  }),
  (request, response) => response.send(page(request.oauth.transactionID))
);

app.post(
  '/oauth/authenticate',
  browser,
  (request, response, next) => {
    const { username, password } = request.body;
    const known = Object.hasOwn(PEOPLE, username) && password === username;
    if (!known && !request.body.cancel) {
      return response.status(403).send(page(request.body.transaction_id));
    }
    request.user = username;
    next();
  },
  server.userDecision((token, person, decision, done) => {
    const verifier = randomUUID();
    Object.assign(requests.get(token), { person, verifier });
    done(null, verifier);
  })
);

app.post(
  '/oauth/access_token',
  signed('consumer'),
  server.accessToken(
    (token, verifier, info, done) => done(null, Boolean(verifier) && info.verifier === verifier),
    (client, token, info, done) => {
      requests.delete(token);
      done(null, ...issue(tokens, { person: info.person }), { screen_name: info.person });
    }
  )
);

app.get('/1.1/account/verify_credentials.json', signed('token'), (request, response) => {
  const username = request.user;
  response.json({ id_str: `1001-${username}`, screen_name: username, name: PEOPLE[username] });
});

app.use(server.errorHandler({ realm: 'Quartet' }));

const listener = app.listen(0, '127.0.0.1', () => {
  console.log(`listening http://127.0.0.1:${listener.address().port}`);
});

// Tells before it answers, so that whoever has the answer finds the line.
function tellRefusals(request, response, next) {
  const end = response.end;
  response.end = (...content) => {
    if (response.statusCode >= 400) {
      const challenge = String(response.getHeader('WWW-Authenticate') ?? '');
      const problem = /oauth_problem="(\w+)"/.exec(challenge)?.[1] ?? 'none';
      console.log(`refused ${response.statusCode} ${problem} ${request.path}`);
    }
    return end.apply(response, content);
  };
  next();
}

function page(transaction) {
  const hidden = String(transaction).replace(/\W/g, '');
  return `<!doctype html><html lang="en"><title>Another provider</title><link rel="icon" href="data:,">
    <main><h1>Another provider</h1><form method="post" action="/oauth/authenticate">
    <input type="hidden" name="transaction_id" value="${hidden}">
    <label>User name <input id="username" name="username"></label>
    <label>Password <input id="password" name="password" type="password"></label>
    <button id="allow">Sign in and allow</button> <button id="deny" name="cancel" value="true">Deny</button>
    </form></main>`;
}
