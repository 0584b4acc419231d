// Writes what bench/api measured as Markdown: ratios within a round, their median, lowest and highest.
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => line.split('\t'));
const of = (kind, variant) => rows.filter((row) => row[0] === kind && (!variant || row[1] === variant));
const text = (kind) => of(kind)[0][1];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const column = (kind, variant, index) => of(kind, variant).map((row) => Number(row[index]));
const typical = (kind, variant, index) => median(column(kind, variant, index));
const whole = (value) => Math.round(value).toLocaleString('en');
const millis = (micros) => (micros / 1000).toFixed(2);

function ratio(kind, variant, base, index) {
  const below = column(kind, base, index);
  const all = column(kind, variant, index).map((value, round) => value / below[round]);
  return `**${median(all).toFixed(2)}** (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})`;
}

const names = { unsecured: 'without security', hot: 'one hot token', distinct: '10,000 tokens in turn' };
console.log(`${text('machine')}.\n\n${text('run')}.\n`);
console.log('| `/protected` | a second | ÷ without security | p50 ms | p99 ms | CPU µs each | CPU ÷ |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [variant, name] of Object.entries(names)) {
  const relative = variant === 'unsecured' ? '1' : ratio('rate', variant, 'unsecured', 2);
  console.log(`| ${name} | ${whole(typical('rate', variant, 2))} | ${relative} | ${millis(typical('rate', variant, 3))} | `
    + `${millis(typical('rate', variant, 4))} | ${whole(typical('rate', variant, 5))} | `
    + `${variant === 'unsecured' ? '1' : ratio('rate', variant, 'unsecured', 5)} |`);
}
console.log('\n| valid calls | a second | p50 ms | p99 ms | p99 ÷ without forged ones |\n| --- | ---: | ---: | ---: | ---: |');
for (const [variant, name] of [['calm', 'alone'], ['flooded', 'beside forged key ids']]) {
  const relative = variant === 'calm' ? '1' : ratio('flood', variant, 'calm', 4);
  console.log(`| ${name} | ${whole(typical('flood', variant, 2))} | ${millis(typical('flood', variant, 3))} | `
    + `${millis(typical('flood', variant, 4))} | ${relative} |`);
}
const forged = of('forged');
const sum = (index) => forged.reduce((total, row) => total + Number(row[index]), 0);
console.log(`\n${whole(median(forged.map((row) => Number(row[1]))))} forged tokens a second for ${sum(2)} s in all: ${sum(3)} fetches of the key set.`);
