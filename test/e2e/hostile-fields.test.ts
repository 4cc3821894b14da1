import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterAll, describe, expect, test} from 'vitest';
import {afterTest, beside} from '../helpers/after-test.ts';
import {dockmon} from '../helpers/built.ts';
import {type HostileEngine, hostileEngine} from '../helpers/hostile-engine.ts';
import {type HostileHome, hostileHome} from '../helpers/hostile-home.ts';
import {hostileTour, settled, takeTour} from '../helpers/hostile-tour.ts';
import {foreignIn, foreignInLines, withoutQuestions} from '../helpers/own-sequences.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {fieldPayloads} from '../helpers/spoiled-json.ts';
import {tinyApp} from '../helpers/tiny-app.ts';
import {deedsOf} from '../helpers/watchful-terminal.ts';

// Promise P7 for all that is not a log: whatever an engine, a file or a program says, through the whole
// program, nothing of it controls the terminal. Each field has another payload for each container and each
// answer; more rounds give each field all of them: DOCKMON_HOSTILE_ROUNDS=90, which takes half an hour.

const rounds = Number(process.env['DOCKMON_HOSTILE_ROUNDS'] ?? 1);
const roundNumbers = Array.from({length: rounds}, (_, round) => round);

const sizes = [
	{columns: 120, rows: 40},
	{columns: 80, rows: 24},
	{columns: 200, rows: 60},
] as const;

/** The largest screen shows hardly more than the middle one, and takes as long. */
const shownSizes = rounds > 1 ? sizes : sizes.slice(0, 2);

/** Which payload comes first: those of one round lie as far apart as there are sizes. */
const firstOf = (round: number, place: number): number =>
	Math.floor((place * fieldPayloads.length) / sizes.length) + round;

/** By field: how many payloads it has had, and whether it was on the screen. */
const covered = new Map<string, {payloads: number; isSeen: boolean}>();

const note = ({spoiler}: HostileEngine, seen: ReadonlySet<number>): void => {
	const names = new Set([...seen].map(number => spoiler.nameOf(number)));
	for (const [field, payloads] of spoiler.given) {
		const before = covered.get(field);
		covered.set(field, {
			payloads: Math.min(fieldPayloads.length, payloads + (before?.payloads ?? 0)),
			isSeen: names.has(field) || before?.isSeen === true,
		});
	}
};

/** Of some sixty stops. */
const mostMissed = 5;

let stops = 0;
let bytes = 0;

afterAll(() => {
	const fields = [...covered].toSorted(([a], [b]) => (a < b ? -1 : 1));
	const pairs = fields.reduce((sum, [, {payloads}]) => sum + payloads, 0);
	const seen = fields.filter(([, {isSeen}]) => isSeen).length;
	console.log(
		`${fields.length} fields, ${fieldPayloads.length} payloads: ${pairs} of ${fields.length * fieldPayloads.length} pairs were sent; ${seen} fields were read on the screen at ${stops} stops, in ${Math.round(bytes / 1e6)} MB`,
	);
	if (rounds > 1)
		for (const [field, {payloads, isSeen}] of fields)
			console.log(`${field.padEnd(80)} ${String(payloads).padStart(4)}${isSeen ? '  seen' : ''}`);
});

const start = async (
	args: readonly string[],
	size: (typeof sizes)[number],
	home: HostileHome,
): Promise<Pty> => {
	const program = dockmon(...args);
	const started = await openPty({
		...{file: 'env', args: [`--chdir=${home.folder}`, program.file, ...program.args]},
		...{...size, env: home.env},
	});
	afterTest(() => started.dispose());
	return started;
};

/** Both oracles, on all that went to the terminal. */
const isUnharmed = async (
	{written}: Pty,
	{columns, rows}: (typeof sizes)[number],
	found: readonly string[],
): Promise<void> => {
	bytes += Buffer.byteLength(written);
	expect(found.slice(0, 20)).toEqual([]);
	const {obeyed, replies} = await deedsOf(withoutQuestions(written), columns, rows);
	expect({obeyed: obeyed.filter(deed => !isCopied(deed)), replies}).toEqual({
		...{obeyed: [], replies: []},
	});
};

/** What the user copied, of which no sign controls whatever it is pasted into. */
const isCopied = (deed: string): boolean => {
	const [, base64] = /^OSC 52;c;([\w+/]*=*)$/.exec(deed) ?? [];
	const text = Buffer.from(base64 ?? '', 'base64').toString();
	return base64 !== undefined && !/[\0-\b\v-\u001f\u007f-\u009f]/.test(text);
};

/** At the same time as the others of its round: each waits for a program of its own. */
const check = (title: string, run: () => Promise<void>, millis = 60_000) =>
	test(title, {timeout: millis}, context => beside(context, run));

describe.concurrent.for(roundNumbers)('round %i: an engine whose every text is hostile', round => {
	for (const [place, size] of shownSizes.entries())
		check(
			`on every screen, tab and overlay, ${size.columns}x${size.rows}`,
			async () => {
				const engine = await hostileEngine({round: firstOf(round, place), isWild: place === 1});
				const home = await hostileHome(firstOf(round, place), engine.url);
				const screen = await start(['--host', engine.url], size, home);
				await screen.until(/~[\da-z]{2}~/, 30_000);
				const seen = await takeTour(screen);
				note(engine, seen.fields);
				stops += seen.stops;
				// On a busy machine a key may come too early for one or the other.
				expect(seen.missed.slice(mostMissed).join('\n')).toBe('');
				await isUnharmed(screen, size, foreignIn(screen.written));
				expect(seen.stops).toBe(hostileTour.length);
			},
			180_000,
		);

	check('spoken', async () => {
		const engine = await hostileEngine({round: firstOf(round, 0)});
		const home = await hostileHome(round, engine.url);
		const screen = await start(['--host', engine.url, '--screen-reader'], sizes[0], home);
		await until(screen, /~[\da-z]{2}~/);
		for (const keys of [
			'jj',
			']',
			'j]',
			'j]',
			'j]',
			'j]',
			'j]',
			'[[',
			'3jj',
			'4kk',
			'1h',
			'\u001b',
			'x',
			'\u001b',
			'l',
			'kk',
			'q',
		]) {
			screen.type(keys);
			await settled(screen);
		}
		await isUnharmed(screen, sizes[0], foreignInSpoken(screen.written));
	});

	for (const [name, args] of [
		['a table', ['--once']],
		['JSON', ['--json']],
		['a table in ASCII', ['--once', '--ascii']],
		['all logs', ['logs', '--tail', '5']],
		['all logs as JSON', ['logs', '--json', '--tail', '5']],
		['the configuration', ['--print-config']],
	] as const)
		check(`printed: ${name}`, async () => {
			const engine = await hostileEngine({round: firstOf(round, 1), isWild: args[0] === '--json'});
			const home = await hostileHome(round, engine.url);
			const screen = await start([...args, '--host', engine.url], sizes[0], home);
			await screen.end();
			note(engine, new Set());
			expect(screen.written.length).toBeGreaterThan(500);
			await isUnharmed(screen, sizes[0], foreignInPainted(screen.written));
		});
});

const until = async (screen: Pty, wanted: RegExp): Promise<void> => {
	while (!wanted.test(screen.written)) await settled(screen);
};

const foreignInSpoken = (written: string): readonly string[] =>
	foreignInLines(written.replaceAll(/\u001b\[\?(?:2026[hl]|25[hl]|2004h)/g, ''));

/** Without the colours of names and levels. */
const foreignInPainted = (written: string): readonly string[] =>
	foreignInLines(written.replaceAll(/\u001b\[0?(?:;?\d{1,3})*m/g, ''));

describe.concurrent.for(roundNumbers)('round %i: what dockmon reads besides', round => {
	const files = async (first: number): Promise<{home: HostileHome}> => ({
		home: await hostileHome(first, 'unix:///nonexistent/docker.sock'),
	});

	check('a context, settings and a program with hostile output', async () => {
		const engine = await hostileEngine({round});
		const home = await hostileHome(firstOf(round, 1), engine.url);
		const screen = await start(['--context', home.context], sizes[0], home);
		await screen.until(/~[\da-z]{2}~/, 30_000);
		for (const keys of [
			'h',
			'\u001b',
			'T',
			'jjj',
			'G',
			'q',
			'U',
			'W',
			'h',
			'q',
			'/\u001b[A\u001b[A',
			'\u001b',
			'E\u001b[A',
			'\u001b',
			'5',
		]) {
			screen.type(keys);
			await settled(screen);
		}
		await isUnharmed(screen, sizes[0], foreignIn(screen.written));
	});

	check('an engine that refuses everything', async () => {
		const engine = await hostileEngine({round, refusesAllBut: /_ping$/});
		const home = await hostileHome(round, engine.url);
		const screen = await start(['--host', engine.url], sizes[0], home);
		await screen.until(/~[\da-z]{2}~/, 30_000);
		// A frame may be half read by then.
		await settled(screen);
		await isUnharmed(screen, sizes[0], foreignIn(screen.written));
	});

	check('told on stderr', async () => {
		const ways = [
			(text: string) => [`--${text}`],
			(text: string) => [text],
			(text: string) => ['--host', `unix:///${text}`, '--once'],
			(text: string) => ['--host', `nonsense${text}://x`],
			(text: string) => ['--context', `no${text}`],
			(text: string) => ['--color', `no${text}`],
			(text: string) => ['logs', '--demo', `no${text}`],
			(text: string) => ['logs', '--demo', '--grep', `/(${text}`],
			(text: string) => ['shell', '--demo', `no${text}`],
			// Of which the ssh that is there says why.
			() => ['--host', 'ssh://nobody@localhost', '--once'],
		];
		const {home} = await files(round);
		for (const [index, way] of ways.entries()) {
			const payload = fieldPayloads[(round + index * 8) % fieldPayloads.length] ?? '';
			// An argument ends at a zero.
			const text = payload.replaceAll('\0', '').toWellFormed().slice(0, 300) || 'x';
			const screen = await start(way(text), sizes[0], home);
			await screen.end();
			expect(screen.written).not.toBe('');
			await isUnharmed(screen, sizes[0], foreignInLines(screen.written));
		}
	});

	check('the last words after a fault, and the report about it', async () => {
		const {home} = await files(round);
		const payload = fieldPayloads[(round * 11 + 3) % fieldPayloads.length] ?? '';
		const env = {REPORTS: home.folder, FAULT: payload.replaceAll('\0', '').toWellFormed()};
		const tiny = await openPty({file: process.execPath, args: [tinyApp], env});
		afterTest(() => tiny.dispose());
		await tiny.until('ready');
		tiny.type('F');
		expect((await tiny.end()).code).toBe(70);
		const words = tiny.written.slice(tiny.written.lastIndexOf('\u001b[?1049l'));
		expect(foreignInLines(words.replaceAll(/\u001b\[(?:\?[\d;]+[hl]|[04][ml]|r)/g, ''))).toEqual(
			[],
		);
		const [report = ''] = readdirSync(home.folder).filter(name => name.startsWith('crash-'));
		const text = readFileSync(path.join(home.folder, report), 'utf8');
		expect(text).toContain('dockmon was stopped');
		expect(foreignInLines(text)).toEqual([]);
	});
});
