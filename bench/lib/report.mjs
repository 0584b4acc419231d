// node report.mjs FILE: the results of a run as Markdown. The figure that counts is Quartet's rate divided by the
// peer's: taken in each round, then the median.
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => line.split('\t'));
const notes = Object.fromEntries(rows.filter(([kind]) => kind === 'machine' || kind === 'run'));
const servers = rows.filter(([kind]) => kind === 'server').map(([, name, version, ready, idle, peak]) => ({ name, version, ready, idle, peak }));
const tokens = rows.filter(([kind]) => kind === 'tokens').map(([, flow, server, text]) => ({ flow, server, text }));
const rounds = rows.filter((row) => row.length === 7)
  .map(([flow, server, ...numbers]) => ({ flow, server, ...named(numbers.map(Number)) }));

function named([round, rate, p50, p99, cost]) {
  return { round, rate, p50, p99, cost };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function table(head, lines, numeric = true) {
  const cells = (line) => `| ${line.join(' | ')} |`;
  return [cells(head), cells(head.map((_, i) => (numeric && i > 1 ? '---:' : '---'))), ...lines.map(cells)].join('\n');
}

const ms = (micros) => (micros / 1000).toFixed(micros < 10000 ? 2 : 0);
const whole = (number) => Math.round(number).toLocaleString('en');
const mb = (kilobytes) => Math.round(kilobytes / 1024);

function ratio(flow, server) {
  if (server === 'quartet') {
    return '1';
  }
  const quartet = rounds.filter((row) => row.flow === flow && row.server === 'quartet');
  const ratios = rounds.filter((row) => row.flow === flow && row.server === server)
    .map((row) => quartet.find(({ round }) => round === row.round).rate / row.rate);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  return `**${median(ratios).toFixed(2)}** (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function line(flow, server) {
  const own = rounds.filter((row) => row.flow === flow && row.server === server);
  const middle = (name) => median(own.map((row) => row[name]));
  return [flow, server, whole(middle('rate')), ratio(flow, server), ms(middle('p50')), ms(middle('p99')), (middle('cost') / 1000).toFixed(2)];
}

const pairs = [...new Set(rounds.map(({ flow, server }) => `${flow}\t${server}`))].map((pair) => pair.split('\t'));

console.log(`${notes.machine}.\n${notes.run}.\n`);
console.log(table(['flow', 'server', 'a second', 'Quartet ÷ it', 'p50 ms', 'p99 ms', 'its CPU ms each'], pairs.map((pair) => line(...pair))));
console.log();
console.log(table(['server', 'version', 'ready after s', 'RSS idle MB', 'RSS peak MB'],
  servers.map(({ name, version, ready, idle, peak }) => [name, version, (ready / 1000).toFixed(1), mb(idle), mb(peak)])));
console.log();
console.log(table(['flow', 'server', 'tokens, verified'], tokens.map(({ flow, server, text }) => [flow, server, text]), false));
