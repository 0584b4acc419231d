// What the bench knows of the server under load, from the environment that bench/lib/load.sh sets.
import { createHash } from 'node:crypto';

const { env } = process;
export const origin = `http://${env.BENCH_HOST}`;
export const callback = env.BENCH_CALLBACK;
export const work = env.BENCH_WORK;
export const app = env.BENCH_APP;
export const machine = env.BENCH_MACHINE;
export const authorize = origin + env.BENCH_AUTHORIZE;
export const redeemParameters = env.BENCH_REDEEM_PARAMETERS;
export const machineParameters = env.BENCH_MACHINE_PARAMETERS;

export async function post(path, user, parameters) {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: { authorization: `Basic ${user}`, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: parameters,
  });
  const text = await answer.text();
  if (answer.status !== 200) {
    throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  }
  return JSON.parse(text);
}

export function redeem(location) {
  const code = location.searchParams.get('code');
  if (!code) {
    throw new Error(`no code but ${location.searchParams}`);
  }
  return post(env.BENCH_TOKEN, app, `${redeemParameters}&code=${encodeURIComponent(code)}`);
}

export function challenge(verifier) {
  return createHash('sha256').update(verifier).digest('base64url');
}
