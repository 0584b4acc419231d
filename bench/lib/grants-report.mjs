// node grants-report.mjs FILE: what more rows and the purge do to the 99th percentile, as Markdown.
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => line.split('\t'));
const measured = rows.filter(([kind]) => kind !== 'purged').map(([flow, state, rate, p50, p99]) => ({ flow, state, rate, p50, p99 }));
const purged = rows.find(([kind]) => kind === 'purged');

function median(values) {
  const sorted = values.map(Number).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function values(flow, state, name) {
  return measured.filter((row) => row.flow === flow && row.state === state).map((row) => row[name]);
}

const compared = { empty: 'empty', full: 'empty', 'before-purge': 'before-purge', 'during-purge': 'before-purge' };
console.log('| flow | store | a second | p50 ms | p99 ms (worst round) | p99 ÷ that of |');
console.log('|---|---|---:|---:|---:|---|');
for (const flow of [...new Set(measured.map((row) => row.flow))]) {
  for (const [state, base] of Object.entries(compared)) {
    const p99 = values(flow, state, 'p99');
    if (p99.length) {
      const ratio = state === base ? '' : `**${(median(p99) / median(values(flow, base, 'p99'))).toFixed(2)}** × ${base}`;
      const ms = (micros) => (micros / 1000).toFixed(1);
      console.log(`| ${flow} | ${state} | ${Math.round(median(values(flow, state, 'rate')))} | ${ms(median(values(flow, state, 'p50')))} | ${ms(median(p99))} (${ms(Math.max(...p99))}) | ${ratio} |`);
    }
  }
}
if (purged) {
  console.log(`\nThe purge of ${purged[1]} expired rows under this load took at most ${purged[2]} s.`);
}
