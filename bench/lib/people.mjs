// node people.mjs sign-in N   signs alice in N times, gives her consent, and keeps the cookies of each browser
// node people.mjs tokens      gets a code and its tokens with each of these browsers, without a page: the silent flow
import { readFileSync, writeFileSync } from 'node:fs';
import { Browser } from './browser.mjs';
import { authorize, callback, redeem, work } from './server.mjs';

async function signIn() {
  const browser = new Browser();
  let page = await browser.get(authorize, callback);
  for (let pages = 0; !page.url.href.startsWith(callback); pages++) {
    if (pages > 4 || page.status >= 400) {
      throw new Error(`the sign-in ends at ${page.url} with ${page.status}: ${page.body.replace(/\s+/g, ' ').slice(0, 500)}`);
    }
    page = await next(browser, page);
  }
  await redeem(page.url);
  return browser.cookieHeader(authorize);
}

// Quartet and Keycloak name the field username, oidc-provider's development pages login. Its consent form has
// neither button name nor id, only a hidden prompt.
function next(browser, page) {
  if (page.body.includes('name="password"')) {
    const user = page.body.includes('name="username"') ? 'username' : 'login';
    return browser.submit(page, 'name="password"', { [user]: 'alice', password: process.env.BENCH_PASSWORD }, callback);
  }
  const allow = ['id="allow"', 'name="accept"', 'value="consent"'].find((mark) => page.body.includes(mark));
  return browser.submit(page, allow ?? 'a way to allow', {}, callback);
}

async function silentTokens(cookie) {
  const answer = await fetch(authorize, { redirect: 'manual', headers: { cookie, accept: 'text/html' } });
  await answer.arrayBuffer();
  const location = answer.headers.get('location') ?? '';
  if (!location.startsWith(callback)) {
    console.error(`not signed in any more: ${answer.status} ${location.split('?')[0]}`);
    process.exit(3);
  }
  return redeem(new URL(location));
}

function write(name, lines) {
  writeFileSync(`${work}/${name}`, lines.map((line) => `${line}\n`).join(''));
}

const [what, count] = process.argv.slice(2);
if (what === 'sign-in') {
  const cookies = [];
  while (cookies.length < Number(count)) {
    cookies.push(await signIn());
  }
  write('cookies', cookies);
} else {
  const cookies = readFileSync(`${work}/cookies`, 'utf8').trim().split('\n');
  const answers = [];
  for (const cookie of cookies) {
    answers.push(await silentTokens(cookie));
  }
  write('refresh-tokens', answers.map((answer) => answer.refresh_token));
  write('access-tokens', answers.map((answer) => answer.access_token));
}
