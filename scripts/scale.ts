/**
 * `npm run scale -- [options]`: how dockmon bears an engine with tens of thousands of stopped
 * containers: how soon it shows what, its memory, its CPU, and how long a key takes. The demo engine,
 * in a process of its own, plays the engine. Needs a build; Linux only: it reads /proc.
 */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {get} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {interruptible} from './lib/interruptible.ts';
import {describeMachine, loadAverage, watchPressure} from './lib/machine.ts';
import {readCpu, readProcesses, readResidentBytes, treeOf, usedNanos} from './lib/proc.ts';
import {PseudoTerminal} from './lib/pseudo-terminal.ts';
import {formatSpread, quantile, type Spread, spread} from './lib/statistics.ts';
import {renderTable} from './lib/table.ts';
import {size} from './lib/tool-run.ts';

const usage = `npm run scale -- [options]
  --containers N  that run (500)
  --stopped N     that stopped long ago (30000)
  --rounds N      of which the medians are (3)
  --seconds N     from the start until memory and CPU are read (20)
  --flags FLAGS   of dockmon, such as '--interval 2000'`;

const {values} = parseArgs({
	options: {
		containers: {type: 'string', default: '500'},
		stopped: {type: 'string', default: '30000'},
		rounds: {type: 'string', default: '3'},
		seconds: {type: 'string', default: '20'},
		flags: {type: 'string', default: ''},
		help: {type: 'boolean', default: false},
	},
});

const keyCount = 100;
const keyPauseMillis = 50;
const longestKeyMillis = 5000;
/** Of the end of the wait, in which CPU is measured. */
const cpuSeconds = 8;
const cli = path.join(import.meta.dirname, '../build/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-scale-'));
const socketPath = path.join(folder, 'docker.sock');

interface Round {
	readonly firstPaintMillis: number | undefined;
	readonly firstNameMillis: number | undefined;
	readonly firstFigureMillis: number | undefined;
	/** The stopped ones are counted too. */
	readonly wholeListMillis: number | undefined;
	readonly residentMegabytes: number;
	readonly ownPercent: number;
	readonly keyMedianMillis: number | undefined;
	readonly keyWorstMillis: number | undefined;
}

const startEngine = async (signal: AbortSignal): Promise<ChildProcess> => {
	const {containers, stopped} = values;
	const listen = ['--listen', `unix://${socketPath}`];
	const world = ['--containers', containers, '--stopped', stopped];
	const engine = spawn(process.execPath, [cli, 'demo-engine', ...listen, ...world], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(engine.stdout, 'data', {signal});
	// What it writes down for its first list is kept for all others; an engine has it already.
	const [answer] = await once(get({socketPath, path: '/containers/json?all=true'}), 'response');
	for await (const _ of answer);
	return engine;
};

/** Of the list, which is at the left edge. */
const hasName = (row: string): boolean => /^│.[^\s\w] . \w/u.test(row);
/** Only CPU has a decimal without a unit behind it. */
const hasFigure = (row: string): boolean =>
	hasName(row) && /\s\d+\.\d+\s/u.test(row.slice(0, row.indexOf('││')));
const hasAll = (row: string): boolean => {
	const count = /─ containers \d+\/(\d+) ─/u.exec(row)?.[1];
	return count !== undefined && Number(count) >= Number(values.stopped);
};

/** Notes once at which time a row of the screen fits. */
const whenSeen = (terminal: PseudoTerminal): ReadonlyMap<string, number> => {
	const startedAt = performance.now();
	const seen = new Map<string, number>();
	const wanted = {
		paint: (row: string) => row.trim() !== '',
		name: hasName,
		figure: hasFigure,
		all: hasAll,
	};
	terminal.emulator.onWriteParsed(() => {
		const rows = terminal.screen();
		for (const [name, fits] of Object.entries(wanted)) {
			if (seen.has(name) || !rows.some(fits)) continue;
			seen.set(name, (terminal.lastWriteAtMillis ?? performance.now()) - startedAt);
		}
	});
	return seen;
};

/** The row of the cursor, and which it is. */
const cursorRow = (terminal: PseudoTerminal): string =>
	[...terminal.screen().entries()].find(([, row]) => row.startsWith('│▌'))?.join(' ') ?? '';

const timeKey = async (terminal: PseudoTerminal, key: string): Promise<number> => {
	const before = cursorRow(terminal).slice(0, 24);
	const moved = Promise.withResolvers<void>();
	const watching = terminal.emulator.onWriteParsed(() => {
		if (cursorRow(terminal).slice(0, 24) !== before) moved.resolve();
	});
	const pressedAt = performance.now();
	terminal.type(key);
	await Promise.race([moved.promise, sleep(longestKeyMillis)]);
	watching.dispose();
	return performance.now() - pressedAt;
};

const timeKeys = async (terminal: PseudoTerminal, signal: AbortSignal): Promise<number[]> => {
	const times: number[] = [];
	for (let index = 0; index < keyCount; index++) {
		times.push(await timeKey(terminal, index % 50 < 25 ? 'j' : 'k'));
		await sleep(keyPauseMillis, undefined, {signal});
	}
	return times;
};

const runRound = async (signal: AbortSignal): Promise<Round> => {
	const flags = values.flags.split(' ').filter(flag => flag !== '');
	const command = [process.execPath, cli, '--host', `unix://${socketPath}`, ...flags];
	const terminal = new PseudoTerminal({command, ...size});
	const seen = whenSeen(terminal);
	const pids = (): readonly number[] => treeOf(terminal.pid, readProcesses());
	try {
		await sleep((Number(values.seconds) - cpuSeconds) * 1000, undefined, {signal});
		const [before, beganAt] = [readCpu(pids()), performance.now()];
		await sleep(cpuSeconds * 1000, undefined, {signal});
		const ownPercent = usedNanos(before, readCpu(pids())) / (performance.now() - beganAt) / 1e4;
		const residentMegabytes = readResidentBytes(pids()) / 1e6;
		const keys = await timeKeys(terminal, signal);
		if (terminal.exit !== undefined)
			throw new Error(`dockmon ended:\n${terminal.screen().join('\n')}`);
		return {
			firstPaintMillis: seen.get('paint'),
			firstNameMillis: seen.get('name'),
			firstFigureMillis: seen.get('figure'),
			wholeListMillis: seen.get('all'),
			...{residentMegabytes, ownPercent},
			keyMedianMillis: quantile(keys, 0.5),
			keyWorstMillis: quantile(keys, 0.95),
		};
	} finally {
		await terminal.stop();
	}
};

interface Line {
	readonly title: string;
	readonly decimals: number;
	readonly most?: number;
}

const lines: Readonly<Record<keyof Round, Line>> = {
	firstPaintMillis: {title: 'first paint, ms', decimals: 0, most: 1000},
	firstNameMillis: {title: 'first name, ms', decimals: 0},
	firstFigureMillis: {title: 'first CPU figure, ms', decimals: 0, most: 2500},
	wholeListMillis: {title: 'stopped ones listed, ms', decimals: 0},
	residentMegabytes: {title: 'resident memory, MB', decimals: 0, most: 300},
	ownPercent: {title: 'own CPU, % of a core', decimals: 1},
	keyMedianMillis: {title: 'key to screen, median, ms', decimals: 0},
	keyWorstMillis: {title: 'key to screen, p95, ms', decimals: 0, most: 100},
};

const verdict = (found: Spread | undefined, most: number | undefined): string => {
	if (most === undefined) return '';
	return found !== undefined && found.median <= most ? `<= ${most}` : `<= ${most} missed`;
};

const render = (rounds: readonly Round[]): string => {
	const body = (Object.keys(lines) as (keyof Round)[]).map(name => {
		const {title, decimals, most} = lines[name];
		const found = spread(rounds.map(round => round[name]));
		return [title, formatSpread(found, decimals), verdict(found, most)];
	});
	const header = `${values.containers} running, ${values.stopped} stopped`;
	return renderTable([[header, 'found', 'aim'], ...body]);
};

let engine: ChildProcess | undefined;

const measure = async (signal: AbortSignal): Promise<void> => {
	engine = await startEngine(signal);
	const pressure = watchPressure();
	const rounds: Round[] = [];
	for (let index = 0; index < Number(values.rounds); index++) {
		rounds.push(await runRound(signal));
		console.error(`round ${index + 1}: ${JSON.stringify(rounds[index])}`);
	}
	const {columns, rows} = size;
	console.log(`${describeMachine()}; ${columns}x${rows}; medians of ${rounds.length} rounds\n`);
	console.log(render(rounds));
	const waited = pressure()?.toFixed(0) ?? '–';
	console.log(
		`\nload average ${loadAverage().toFixed(1)}; something waited for a CPU ${waited} % of the time`,
	);
};

const cleanUp = async (): Promise<void> => {
	engine?.kill('SIGTERM');
	rmSync(folder, {recursive: true, force: true});
};

if (values.help) console.log(usage);
else await interruptible(measure, cleanUp);
