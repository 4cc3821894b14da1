/**
 * `npm run views -- [options]`: what each screen, tab and overlay costs the terminal: bytes of a
 * frame and clears while the demo world goes on, what is written of stopped containers, and how long
 * a key takes, beside `top`. Needs a build.
 */
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {interruptible} from './lib/interruptible.ts';
import {describeMachine, loadAverage, watchPressure} from './lib/machine.ts';
import {PseudoTerminal} from './lib/pseudo-terminal.ts';
import {quantile} from './lib/statistics.ts';
import {startStoppedWorld} from './lib/stopped-world.ts';
import {renderTable} from './lib/table.ts';
import {type Stop, tour, typeSlowly} from './lib/view-tour.ts';
import {bytesByRow, countClears, countFrames} from './lib/written-rows.ts';

const usage = `npm run views -- [options]
  --only PART     frames, still or keys (all of them)
  --seconds N     to watch the frames of each (30)
  --still N       seconds to watch stopped containers in each (10)
  --keys N        to press in each (50)
  --together N    to watch at the same time (4)`;

const {values} = parseArgs({
	options: {
		only: {type: 'string'},
		seconds: {type: 'string', default: '30'},
		still: {type: 'string', default: '10'},
		keys: {type: 'string', default: '50'},
		together: {type: 'string', default: '4'},
		help: {type: 'boolean', default: false},
	},
});

const size = {columns: 200, rows: 60};
/** Without charts of the machine: only the header tells what that does. */
const stillSize = {columns: 80, rows: 24};
const startMillis = 20_000;
const settleMillis = 4000;
/** Until the ages of what was stopped are told in minutes. */
const oldMillis = 65_000;
const keyPauseMillis = 70;
const longestKeyMillis = 3000;
const cli = path.join(import.meta.dirname, '../build/cli.js');

const started = new Set<PseudoTerminal>();

const open = async (flags: readonly string[], at = size): Promise<PseudoTerminal> => {
	const terminal = new PseudoTerminal({command: [process.execPath, cli, ...flags], ...at});
	started.add(terminal);
	await terminal.until(screen => /\d+\/\d+ up/u.test(screen), 'the list', startMillis);
	await sleep(settleMillis);
	return terminal;
};

const close = async (terminal: PseudoTerminal): Promise<void> => {
	started.delete(terminal);
	await terminal.stop();
};

/** What one stop wrote in so many seconds, once it stood. */
const watch = async (
	{keys}: Stop,
	seconds: number,
	flags: readonly string[],
	at: typeof size,
): Promise<string> => {
	const terminal = await open(flags, at);
	await typeSlowly(terminal, keys);
	await sleep(settleMillis);
	const from = terminal.written.length;
	await sleep(seconds * 1000);
	if (terminal.exit !== undefined) throw new Error(`it ended:\n${terminal.screen().join('\n')}`);
	const written = terminal.written.slice(from);
	await close(terminal);
	return written;
};

/** Some stops at a time, in order. */
const ofEach = async (
	signal: AbortSignal,
	look: (stop: Stop) => Promise<readonly string[]>,
): Promise<readonly (readonly string[])[]> => {
	const rows: (readonly string[])[] = [];
	const together = Number(values.together);
	for (let index = 0; index < tour.length; index += together) {
		signal.throwIfAborted();
		rows.push(...(await Promise.all(tour.slice(index, index + together).map(look))));
	}
	return rows;
};

const frames = async (signal: AbortSignal): Promise<void> => {
	const seconds = Number(values.seconds);
	const rows = await ofEach(signal, async stop => {
		const written = await watch(stop, seconds, ['--demo'], size);
		const [count, bytes] = [countFrames(written), Buffer.byteLength(written)];
		return [
			stop.name,
			(count / seconds).toFixed(1),
			count === 0 ? '–' : (bytes / count).toFixed(0),
			(bytes / seconds).toFixed(0),
			`${countClears(written)}`,
		];
	});
	const head = [
		`${size.columns}x${size.rows}, ${seconds} s`,
		'frames/s',
		'bytes a frame',
		'bytes/s',
	];
	console.log(`${renderTable([[...head, 'clears'], ...rows])}\n`);
};

/** Rows whose bytes are told apart: the header has the clock and the figures of the machine. */
const still = async (signal: AbortSignal): Promise<void> => {
	const world = await startStoppedWorld(cli, signal);
	try {
		await sleep(oldMillis, undefined, {signal});
		const seconds = Number(values.still);
		const rows = await ofEach(signal, async stop => {
			const written = await watch(stop, seconds, ['--host', world.url], stillSize);
			const byRow = bytesByRow(written);
			const below = [...byRow].filter(([row]) => row > 1);
			const bytes = below.reduce((sum, [, count]) => sum + count, 0);
			const where = below.map(([row, count]) => `row ${row}: ${count}`).join(', ');
			return [stop.name, `${byRow.get(1) ?? 0}`, `${bytes}`, where];
		});
		const head = [`stopped containers, ${seconds} s`, 'in the header', 'below it', 'where'];
		console.log(`${renderTable([head, ...rows])}\n`);
	} finally {
		await world.stop();
	}
};

/** From a key to the first bytes that come after it. */
const timeKey = async (terminal: PseudoTerminal, key: string): Promise<number> => {
	const seen = Promise.withResolvers<void>();
	const watching = terminal.emulator.onWriteParsed(seen.resolve);
	const pressedAt = performance.now();
	terminal.type(key);
	await Promise.race([seen.promise, sleep(longestKeyMillis)]);
	watching.dispose();
	return performance.now() - pressedAt;
};

const timeKeys = async (
	terminal: PseudoTerminal,
	moves: readonly string[],
	signal: AbortSignal,
): Promise<readonly string[]> => {
	const times: number[] = [];
	for (let index = 0; index < Number(values.keys); index++) {
		times.push(await timeKey(terminal, moves[index % moves.length] ?? ''));
		await sleep(keyPauseMillis, undefined, {signal});
	}
	return [0.5, 0.95, 1].map(share => quantile(times, share)?.toFixed(0) ?? '–');
};

const keys = async (signal: AbortSignal): Promise<void> => {
	const rows: (readonly string[])[] = [];
	const terminal = await open(['--demo']);
	for (const {name, keys: path, leave, moves} of tour) {
		await typeSlowly(terminal, path);
		await sleep(500);
		rows.push([`dockmon: ${name}`, ...(await timeKeys(terminal, moves, signal))]);
		await typeSlowly(terminal, leave);
		await sleep(200);
	}
	await close(terminal);
	const rival = new PseudoTerminal({command: ['top'], ...size});
	started.add(rival);
	await sleep(settleMillis);
	// Turns command lines on and off, at once.
	rows.push(['top', ...(await timeKeys(rival, ['c'], signal))]);
	await close(rival);
	const head = [`${values.keys} keys, ms until it writes`, 'median', 'p95', 'most'];
	console.log(`${renderTable([head, ...rows])}\n`);
};

const parts = {frames, still, keys};

const measure = async (signal: AbortSignal): Promise<void> => {
	const pressure = watchPressure();
	console.log(`${describeMachine()}, Node ${process.versions.node}\n`);
	for (const [name, part] of Object.entries(parts))
		if (values.only === undefined || values.only === name) await part(signal);
	const waited = pressure()?.toFixed(0) ?? '–';
	console.log(
		`load average ${loadAverage().toFixed(1)}; something waited for a CPU ${waited} % of the time`,
	);
};

const cleanUp = async (): Promise<void> => {
	await Promise.all([...started].map(close));
};

if (values.help) console.log(usage);
else await interruptible(measure, cleanUp);
