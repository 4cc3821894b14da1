import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'vitest';
import {rollOf} from '../../scripts/lib/roll.ts';
import {spitefulText} from '../../scripts/lib/spiteful-text.ts';
import {cleanText, styledSpans} from '../../source/format/sanitise.ts';
import {maskSecrets} from '../../source/model/secrets.ts';
import {measure, type Step} from './measure.ts';

// What foreign text costs that passes the gate. Each step is a hundred thousand characters, so that 2 ms are
// the 2 microseconds for a hundred of them that are promised (P8).

const characters = 100_000;
const budgetMillis = 2;

const fixtures = new URL('../fixtures/logs/output/', import.meta.url);
const recorded = readdirSync(fixtures).flatMap(name =>
	readFileSync(new URL(name, fixtures), 'utf8')
		.split('\n')
		.map(row => row.slice(row.indexOf('\t') + 1)),
);
const coloured = recorded.map(row => `\u001b[32mINFO\u001b[0m ${row}\u001b[0m`);
const spiteful = Array.from({length: 20_000}, (_, number) => spitefulText(rollOf(3, number)));

/** Enough of the texts, always others, because what is short is remembered. */
const over = (texts: readonly string[], use: (text: string) => unknown): (() => void) => {
	let next = 0;
	return () => {
		for (let done = 0; done < characters; next++) {
			const text = texts[next % texts.length] ?? '';
			use(text);
			done += text.length + 1;
		}
	};
};

test('cost of cleaning a hundred thousand characters', async () => {
	const all = {recorded, coloured, spiteful};
	const steps: readonly Step[] = Object.entries(all).flatMap(([name, texts]): readonly Step[] => [
		{name: `text: ${name}`, budgetMillis, rounds: 100, run: over(texts, cleanText)},
		{name: `line of a log: ${name}`, budgetMillis, rounds: 100, run: over(texts, styledSpans)},
	]);
	await measure('the gate', [
		...steps,
		{name: 'secrets: recorded', budgetMillis: 30, rounds: 30, run: over(recorded, maskSecrets)},
	]);
});
