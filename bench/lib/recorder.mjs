// node recorder.mjs ROUNDS ISSUER APP RECORDING SILENT PID PID: signs alice in again and again, in turn at two instances of
// client-app of which only one records, and prints how much longer that one takes.
import { readFileSync } from 'node:fs';
import { Browser } from './browser.mjs';

const [rounds, issuer, app, recording, silent, ...pids] = process.argv.slice(2);
const browser = new Browser();

async function timed(url, cookie) {
  const begin = process.hrtime.bigint();
  const answer = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html', ...(cookie && { cookie }) } });
  await answer.arrayBuffer();
  const location = answer.headers.get('location');
  if (answer.status !== 302 || !location) {
    throw new Error(`${url.split('?')[0]} answered ${answer.status}`);
  }
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return { location, cookies, took: Number(process.hrtime.bigint() - begin) / 1e6 };
}

// What the browser waits for: client-app sends it away, the server knows it and sends it back, client-app lets it in.
async function signIn(instance) {
  const away = await timed(`${instance}/oauth2/authorization/quartet`);
  const back = await timed(away.location, browser.cookieHeader(issuer));
  const home = await timed(back.location.replace(app, instance), away.cookies);
  if (home.location.includes('error') || !home.cookies) {
    throw new Error('nobody was signed in');
  }
  return { client: away.took + home.took, all: away.took + back.took + home.took };
}

async function signInAtServer() {
  const { location } = await timed(`${silent}/oauth2/authorization/quartet`);
  let page = await browser.get(location, app);
  for (let pages = 0; !page.url.href.startsWith(app) && pages < 4; pages++) {
    page = page.body.includes('name="password"')
      ? await browser.submit(page, 'name="password"', { username: 'alice', password: 'alice' }, app)
      : await browser.submit(page, 'id="allow"', {}, app);
  }
}

// Milliseconds of processor time: other work on the machine does not count. A tick of Linux is 10 ms.
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];

await signInAtServer();
for (let warm = 0; warm < 4000; warm++) {
  await signIn(warm % 2 ? recording : silent);
}
const before = pids.map(processorTime);
const times = { recording: [], silent: [] };
for (let round = 0; round < rounds; round++) {
  // in turn, so that other work on the machine harms both alike
  for (const name of round % 2 ? ['recording', 'silent'] : ['silent', 'recording']) {
    times[name].push(await signIn(name === 'recording' ? recording : silent));
  }
}
console.log('| milliseconds, median of %d sign-ins | without | with the recorder | ratio |\n|---|---|---|---|', rounds);
for (const [part, words] of [['client', 'client-app alone'], ['all', 'the sign-in without pages']]) {
  const [without, with_] = [times.silent, times.recording].map((list) => median(list.map((each) => each[part])));
  console.log(`| ${words} | ${without.toFixed(2)} | ${with_.toFixed(2)} | ${(with_ / without).toFixed(3)} |`);
}
const [with_, without] = pids.map((pid, index) => (processorTime(pid) - before[index]) / rounds);
console.log(`| processor time of client-app | ${without.toFixed(2)} | ${with_.toFixed(2)} | ${(with_ / without).toFixed(3)} |`);
