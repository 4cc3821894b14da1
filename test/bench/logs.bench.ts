import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'vitest';
import {detectLevel} from '../../source/model/logs/detect-level.ts';
import {createGrouper} from '../../source/model/logs/grouper.ts';
import {plainText} from '../../source/model/logs/plain-text.ts';
import {parseRecord} from '../../source/model/logs/record.ts';
import {measure, type Step} from './measure.ts';

// What it costs to understand the lines of logs: milliseconds for ten thousand are a tenth as many
// microseconds for one.

const lines = 10_000;

const fixtures = new URL('../fixtures/logs/', import.meta.url);
const corpus = readFileSync(new URL('levels.tsv', fixtures), 'utf8')
	.split('\n')
	.map(row => row.split('\t').slice(2).join('\t'));
const recorded = readdirSync(new URL('output/', fixtures)).flatMap(name =>
	readFileSync(new URL(`output/${name}`, fixtures), 'utf8')
		.split('\n')
		.map(row => row.slice(row.indexOf('\t') + 1)),
);

const ofEighty: Readonly<Record<string, string>> = {
	'a level in front':
		'2026-11-26 10:45:32,123 INFO shop.orders order 8812 was charged in 12 ms, all is well',
	'a sentence without a level':
		'the order 8812 of customer 42 was charged in 12 ms and sent to the warehouse now',
	'no letters at all':
		'1795689932.123 172.18.0.1 0.012 0.003 8812 42 200 512 1024 0 0 0 17 0.5 99.1 - -',
	'an access line':
		'172.18.0.1 - - [26/Nov/2026:10:45:32 +0000] "GET /v1/items HTTP/1.1" 200 812 "-"',
	JSON: '{"time":"2026-11-26T10:45:32Z","msg":"order 8812 was charged","level":"info","ms":12}',
};

/** Turns the text over now and then, so that nothing can be learned of one text. */
const overAll = (texts: readonly string[], use: (text: string) => unknown) => (): void => {
	for (let index = 0; index < lines; index++) use(texts[index % texts.length] ?? '');
};

test('cost of understanding ten thousand lines', async () => {
	const grouper = createGrouper();
	const ordinary = Object.values(ofEighty);
	const long = [
		'x '.repeat(32_768),
		`{${'"a":[{'.repeat(10_000)}`,
		' "'.repeat(32_768),
		'a=1 '.repeat(16_384),
	];
	const steps: readonly Step[] = [
		...Object.entries(ofEighty).map(
			([name, text]): Step => ({
				name: `level: ${name}`,
				budgetMillis: 10,
				rounds: 20,
				run: overAll([text], detectLevel),
			}),
		),
		{name: 'level: the corpus', budgetMillis: 10, rounds: 20, run: overAll(corpus, detectLevel)},
		{name: 'level: hostile 64 KB', budgetMillis: 500, rounds: 10, run: overAll(long, detectLevel)},
		{
			name: 'grouper: ordinary lines',
			budgetMillis: 3,
			rounds: 20,
			run: overAll(ordinary, text => grouper.continues(text, 0)),
		},
		{
			name: 'grouper: the corpus',
			budgetMillis: 10,
			rounds: 20,
			run: overAll(corpus, text => grouper.continues(text, 0)),
		},
		{
			name: 'grouper: tracebacks',
			budgetMillis: 10,
			rounds: 20,
			run: overAll(recorded, text => grouper.continues(text, 0)),
		},
		{
			name: 'grouper: hostile 64 KB',
			budgetMillis: 100,
			rounds: 10,
			run: overAll(long, text => grouper.continues(text, 0)),
		},
		{
			name: 'plain text without colours',
			budgetMillis: 2,
			rounds: 20,
			run: overAll(ordinary, plainText),
		},
		{
			name: 'record: JSON',
			budgetMillis: 50,
			rounds: 10,
			run: overAll([ofEighty['JSON'] ?? ''], parseRecord),
		},
	];
	await measure(`${lines} lines`, steps);
}, 120_000);
