/**
 * `npm run idle -- [options]`: what dockmon does while nothing changes: its CPU, what it asks the
 * engine, counted by a proxy between the two, and what it writes to the terminal. Ends with 1 when
 * that is more than promised. Needs an engine on this machine, the image `busybox:local` and a build.
 */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {type CountingProxy, countsSince, startCountingProxy} from './lib/counting-proxy.ts';
import {engineSocket, output, removeAll, startContainers} from './lib/docker-cli.ts';
import {interruptible} from './lib/interruptible.ts';
import {describeMachine, loadAverage, watchPressure} from './lib/machine.ts';
import {PrivateEngine, whyNoPrivateEngine} from './lib/private-engine.ts';
import {readCpu, readProcesses, treeOf, usedNanos} from './lib/proc.ts';
import {PseudoTerminal} from './lib/pseudo-terminal.ts';
import {fillSection} from './lib/sections.ts';
import {settleSeconds} from './lib/start-timeline.ts';
import {renderTable} from './lib/table.ts';

const usage = `npm run idle -- [options]
  --containers N  that do nothing (30)
  --seconds N     to watch them (60); what is promised holds for 600
  --own           on a daemon of its own, where nobody else does anything; needs root and dockerd
  --flags FLAGS   of dockmon, such as '--interval 2000'
  --record        write the table into benchmarks.md as well`;

const {values} = parseArgs({
	options: {
		containers: {type: 'string', default: '30'},
		seconds: {type: 'string', default: '60'},
		own: {type: 'boolean', default: false},
		flags: {type: 'string', default: ''},
		record: {type: 'boolean', default: false},
		help: {type: 'boolean', default: false},
	},
});

const purpose = 'idle';
const seconds = Number(values.seconds);
const allowed = {cpuPercent: 1.5, requestsPerMinute: 30, bytesPerSecond: 2000, clears: 0};
const root = path.join(import.meta.dirname, '..');
const cli = path.join(root, 'build/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-idle-'));
const proxyPath = path.join(folder, 'docker.sock');

const openDockmon = (): PseudoTerminal => {
	const flags = values.flags.split(' ').filter(flag => flag !== '');
	return new PseudoTerminal({
		command: [process.execPath, cli, '--host', `unix://${proxyPath}`, ...flags],
		...{columns: 120, rows: 40},
	});
};

const tellCounts = (what: string, counts: ReadonlyMap<string, number>): void => {
	console.log(`\n${what}:${counts.size === 0 ? ' none' : ''}`);
	for (const [name, count] of counts) console.log(`${String(count).padStart(7)}  ${name}`);
};

const countNames = (names: readonly string[]): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return counts;
};

interface Found {
	readonly cpuPercent: number;
	readonly requestsPerMinute: number;
	readonly bytesPerSecond: number;
	readonly clears: number;
}

const isFine = (found: Found): boolean =>
	found.cpuPercent <= allowed.cpuPercent &&
	found.requestsPerMinute <= allowed.requestsPerMinute &&
	found.bytesPerSecond <= allowed.bytesPerSecond &&
	found.clears <= allowed.clears;

const tableOf = (found: Found): string =>
	renderTable([
		['while idle', 'found', 'allowed'],
		['own CPU, % of a core', found.cpuPercent.toFixed(2), `${allowed.cpuPercent}`],
		['requests a minute', found.requestsPerMinute.toFixed(1), `${allowed.requestsPerMinute}`],
		['written, bytes/s', found.bytesPerSecond.toFixed(0), `${allowed.bytesPerSecond}`],
		['the whole screen cleared', `${found.clears}`, `${allowed.clears}`],
	]);

/** Measures a dockmon that has settled; tells what it found and all requests by their path. */
const measure = async (
	terminal: PseudoTerminal,
	proxy: CountingProxy,
	signal: AbortSignal,
): Promise<Found> => {
	const tree = (): readonly number[] => treeOf(terminal.pid, readProcesses());
	const atStart = proxy.counts();
	const cpu = readCpu(tree());
	const [seen, bytes] = [terminal.written.length, terminal.bytesWritten];
	await sleep(seconds * 1000, undefined, {signal});
	if (terminal.exit !== undefined)
		throw new Error(`dockmon ended:\n${terminal.screen().join('\n')}`);
	const requests = countsSince(atStart, proxy.counts());
	const total = [...requests.values()].reduce((sum, count) => sum + count, 0);
	const found = {
		cpuPercent: usedNanos(cpu, readCpu(tree())) / seconds / 1e7,
		requestsPerMinute: (total * 60) / seconds,
		bytesPerSecond: (terminal.bytesWritten - bytes) / seconds,
		clears: terminal.written.slice(seen).split('\u{1B}[2J').length - 1,
	};
	console.log(tableOf(found));
	tellCounts(`requests of the first ${settleSeconds} s`, atStart);
	tellCounts(`requests of the ${seconds} s after`, requests);
	tellCounts('answers that are still coming', countNames(proxy.openRequests()));
	return found;
};

let engine: PrivateEngine | undefined;

/** The docker CLI, and all that looks for the engine as dockmon does, find this one from now on. */
const startOwnEngine = async (): Promise<void> => {
	const reason = await whyNoPrivateEngine();
	if (reason !== undefined) throw new Error(reason);
	engine = await PrivateEngine.create();
	process.env['DOCKER_HOST'] = engine.url;
	delete process.env['DOCKER_CONTEXT'];
};

const describeRun = async (): Promise<string> => {
	const commit = await output('git', ['-C', root, 'rev-parse', '--short', 'HEAD']);
	const where = values.own ? 'on a daemon of their own' : 'on the engine of the machine';
	return `dockmon ${commit}; ${values.containers} containers that do nothing, ${where}, for ${seconds} s at 120x40; ${describeMachine()}`;
};

const watch = async (signal: AbortSignal): Promise<void> => {
	if (values.own) await startOwnEngine();
	await removeAll(purpose);
	const plans = Array.from({length: Number(values.containers)}, () => ({
		script: 'exec sleep 1000000',
		options: ['--network=none'],
	}));
	await startContainers(purpose, plans, signal);
	const proxy = await startCountingProxy(proxyPath, await engineSocket());
	const terminal = openDockmon();
	const pressure = watchPressure();
	try {
		const description = await describeRun();
		console.log(`${description}\n`);
		await sleep(settleSeconds * 1000, undefined, {signal});
		const found = await measure(terminal, proxy, signal);
		const waited = pressure()?.toFixed(0) ?? '–';
		const load = `Load average ${loadAverage().toFixed(1)}; something waited for a CPU ${waited} % of the time.`;
		console.log(`\n${load}`);
		if (values.record) {
			const file = path.join(root, 'benchmarks.md');
			const content = [description, tableOf(found), load].join('\n\n');
			writeFileSync(file, fillSection(readFileSync(file, 'utf8'), 'idle', content));
		}
		process.exitCode = isFine(found) ? 0 : 1;
	} finally {
		await terminal.stop();
		await proxy.close();
	}
};

const cleanUp = async (): Promise<void> => {
	rmSync(folder, {recursive: true, force: true});
	if (values.own) await engine?.dispose();
	else await removeAll(purpose);
};

if (values.help) console.log(usage);
else await interruptible(watch, cleanUp);
