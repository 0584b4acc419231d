// The vocabulary of the programs beside this file. They talk to the test that has started them in lines: what worked,
// what did not, and where the person has to go with her browser.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import * as client from 'openid-client';

const PATIENCE = 30_000;

export const issuer = new URL(process.env.ISSUER);

// The library's strictest mode: it also checks the signatures of what came by TLS from the server itself.
export const strict = { execute: [client.enableNonRepudiationChecks] };

export const registering = { ...strict, initialAccessToken: process.env.INITIAL_ACCESS_TOKEN };

export async function step(name, action) {
  try {
    const result = await action();
    console.log(`ok ${name}`);
    return result;
  } catch (error) {
    console.log(`not ok ${name}: ${inspect(error, { depth: 4, breakLength: Infinity })}`.replaceAll('\n', ' '));
    process.exit(1);
  }
}

export function tellVersion() {
  const { version } = createRequire(import.meta.url)('openid-client/package.json');
  console.log(`version ${version}`);
}

export function visit(address) {
  console.log(`visit ${address}`);
}

const REFUSALS = [client.ResponseBodyError, client.AuthorizationResponseError, client.WWWAuthenticateChallengeError];

// What the library read from a refusal that it understood.
export async function refused(promise) {
  try {
    await promise;
  } catch (error) {
    if (REFUSALS.some((type) => error instanceof type)) {
      return error;
    }
    throw error;
  }
  throw new Error('that should have been refused');
}

// The part of an application that a browser sees: it waits for people to come back.
export async function site() {
  const awaited = new Map();
  const server = createServer(async (incoming, response) => {
    const { method, url, headers } = incoming;
    const body = method === 'POST' ? await text(incoming) : undefined;
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><link rel="icon" href="data:,"><main id="back">Back at the application</main>');
    const type = { 'Content-Type': headers['content-type'] ?? 'text/plain' };
    awaited.get(url.split('?')[0])?.(new Request(new URL(url, origin), { method, body, headers: type }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    callback: `${origin}/callback`,
    signedOut: `${origin}/signed-out`,

    // Sends her somewhere and gives the request with which she comes back.
    sends: (address, back) =>
      new Promise((resolve, reject) => {
        awaited.set(new URL(back).pathname, resolve);
        setTimeout(() => reject(new Error(`she did not come back to ${back}`)), PATIENCE).unref();
        visit(address);
      }),

    close() {
      server.close();
      server.closeAllConnections();
    }
  };
}
