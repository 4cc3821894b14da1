/**
 * `npm run bench:engine -- [options]`: what dockmon and docker stats cost as whole processes, and
 * their engine with them, on the same containers. How and why is in benchmarks.md. Linux only: it
 * reads /proc. Needs an engine on this machine, the docker CLI, the image `busybox:local`, a build.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {type Result, type Round, renderResult} from './lib/bench-report.ts';
import {
	containerName,
	describeEngine,
	engineSocket,
	networkOptions,
	output,
	type Plan,
	removeAll,
	startContainers,
} from './lib/docker-cli.ts';
import {findEngineProcesses} from './lib/engine-processes.ts';
import {interruptible} from './lib/interruptible.ts';
import {describeMachine, loadAverage, watchPressure} from './lib/machine.ts';
import {fillSection} from './lib/sections.ts';
import {settleSeconds} from './lib/start-timeline.ts';
import {measureIdle, type RunOptions, runTool, size} from './lib/tool-run.ts';

const usage = `npm run bench:engine -- [options]
  --counts N,N,...  containers (10,50,100)
  --rounds N        of which the medians are (3)
  --seconds N       of each window (20)
  --flags FLAGS     of dockmon, such as '--interval 2000'
  --json            all that was measured, as JSON
  --record          write the tables into benchmarks.md as well`;

const {values} = parseArgs({
	options: {
		counts: {type: 'string', default: '10,50,100'},
		rounds: {type: 'string', default: '3'},
		seconds: {type: 'string', default: '20'},
		flags: {type: 'string', default: ''},
		json: {type: 'boolean', default: false},
		record: {type: 'boolean', default: false},
		help: {type: 'boolean', default: false},
	},
});

const purpose = 'bench';
/** Between two tools, for what the one before leaves to be done. */
const restSeconds = 2;
const root = path.join(import.meta.dirname, '..');
const cli = path.join(root, 'build/cli.js');
const flags = values.flags.split(' ').filter(flag => flag !== '');
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

const ourCommand = [process.execPath, cli, ...flags];
const tools: Readonly<Record<string, readonly string[]>> = {
	'docker stats': ['docker', 'stats'],
	dockmon: ourCommand,
};

/** A tenth burns a little CPU, a tenth writes to its log, the rest is idle. */
const scripts = [
	'while :; do i=0; while [ $i -lt 3000 ]; do i=$((i+1)); done; sleep 0.5; done',
	'while sleep 0.5; do echo "GET /items/$((n=n+1)) 200"; done',
];
const plansOf = (count: number, options: readonly string[]): readonly Plan[] =>
	Array.from({length: count}, (_, index) => ({
		script: scripts[index % 10] ?? 'exec sleep 100000',
		options,
	}));

/** On top of those in which a tool settles. */
const keepingSeconds = 4;

const tell = (text: string): void => console.error(text);

const measureTools = async (
	options: Omit<RunOptions, 'command'>,
): Promise<Readonly<Record<string, readonly Round[]>>> => {
	const found: Record<string, Round[]> = {};
	// The very first start of a build compiles what it calls, and keeps that after ten seconds.
	await runTool({...options, command: ourCommand, seconds: keepingSeconds});
	let idleBeforePercent = await measureIdle({...options, command: []});
	for (let round = 1; round <= rounds; round++) {
		for (const [name, command] of Object.entries(tools)) {
			const run = await runTool({...options, command});
			await sleep(restSeconds * 1000, undefined, options);
			const idleAfterPercent = await measureIdle({...options, command: []});
			found[name] = [...(found[name] ?? []), {...run, idleBeforePercent, idleAfterPercent}];
			idleBeforePercent = idleAfterPercent;
			tell(`  round ${round}, ${name}: own ${run.ownPercent.toFixed(2)} %`);
		}
	}
	return found;
};

const measureCount = async (
	count: number,
	socketPath: string,
	signal: AbortSignal,
): Promise<Result> => {
	await removeAll(purpose);
	tell(`${count} containers`);
	const plans = plansOf(count, await networkOptions(purpose));
	const ids = await startContainers(purpose, plans, signal);
	await sleep(settleSeconds * 1000, undefined, {signal});
	const running = (await output('docker', ['ps', '--quiet'])).split('\n').length;
	if (running > count) tell(`  the engine runs ${running - count} others, which both tools see`);
	const enginePids = findEngineProcesses(socketPath, ids);
	const pressure = watchPressure();
	const namePrefix = containerName(purpose, 0).slice(0, -1);
	const found = await measureTools({
		...{namePrefix, seconds, signal},
		enginePids: enginePids ?? [],
	});
	return {
		count,
		tools: found,
		loadAverage: loadAverage(),
		pressurePercent: pressure(),
		seesEngine: enginePids !== undefined,
	};
};

const describeSampler = async (): Promise<string> => {
	const snapshot: {readonly engine: {readonly statsFrom?: string | null}} = JSON.parse(
		await output(process.execPath, [cli, '--json', ...flags]),
	);
	return snapshot.engine.statsFrom ?? 'unknown';
};

/** Asked while containers run: without any there are no figures to come from anywhere. */
const describeRun = async (): Promise<string> => {
	const commit = await output('git', ['-C', root, 'rev-parse', '--short', 'HEAD']);
	const changes = await output('git', ['-C', root, 'status', '--porcelain', '--', 'source']);
	const flagsText = flags.length === 0 ? '' : `, with ${flags.join(' ')}`;
	return [
		`dockmon ${commit}${changes === '' ? '' : ' with changes'} (stats from: ${await describeSampler()}${flagsText})`,
		await output('docker', ['--version']),
		`${await describeEngine()}; ${describeMachine()}, Node ${process.versions.node}`,
		`${size.columns}x${size.rows}; medians of ${rounds} rounds of ${seconds} s (least–most)`,
	].join('; ');
};

const bench = async (signal: AbortSignal): Promise<void> => {
	const socketPath = await engineSocket();
	const results: Result[] = [];
	let description = '';
	for (const count of values.counts.split(',').map(Number)) {
		const result = await measureCount(count, socketPath, signal);
		results.push(result);
		if (description === '') {
			description = await describeRun();
			if (!values.json) console.log(`${description}\n`);
		}
		if (!values.json) console.log(`${renderResult(result, 'dockmon')}\n`);
	}
	if (values.json) console.log(JSON.stringify({description, results}, undefined, '\t'));
	if (!values.record) return;
	const file = path.join(root, 'benchmarks.md');
	const tables = results.map(result => renderResult(result, 'dockmon'));
	const text = fillSection(
		readFileSync(file, 'utf8'),
		'whole process',
		[description, ...tables].join('\n\n'),
	);
	writeFileSync(file, text);
};

if (values.help) console.log(usage);
else await interruptible(bench, () => removeAll(purpose));
