/**
 * `npm run logs -- [options]`: what it takes dockmon to show a log, beside `docker logs -f` in a
 * terminal of the same size on the same engine. How and why is in benchmarks.md. Linux only: it reads
 * /proc. Needs an engine on this machine, the docker CLI, the image `busybox:local`, a build.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {describeEngine, output, removeAll} from './lib/docker-cli.ts';
import {interruptible} from './lib/interruptible.ts';
import {type BurstKind, type BurstRun, prepareBurst, purpose, runBurst} from './lib/log-bursts.ts';
import {type FloodRun, runFlood} from './lib/log-flood.ts';
import {renderBacklog, renderFlood, renderLive} from './lib/log-report.ts';
import {size} from './lib/log-terminal.ts';
import {burstTools, floodTools, type Tool, type Tools} from './lib/log-tools.ts';
import {describeMachine, loadAverage, watchPressure} from './lib/machine.ts';
import {fillSection} from './lib/sections.ts';

const usage = `npm run logs -- [options]
  --only PART,...   of live, backlog, flood (all)
  --tools NAME,...  of docker, dockmon (both)
  --lines N         of a burst (100000)
  --rounds N        of bursts, of which the medians are (3)
  --rate N          lines a second of the flood (50000)
  --seconds N       of the flood, which is made once (60)
  --profile FOLDER  CPU profiles of all lives of dockmon
  --json            all that was measured, as JSON
  --record          write the tables into benchmarks.md as well`;

const {values} = parseArgs({
	options: {
		only: {type: 'string', default: 'live,backlog,flood'},
		tools: {type: 'string', default: 'docker,dockmon'},
		lines: {type: 'string', default: '100000'},
		rounds: {type: 'string', default: '3'},
		rate: {type: 'string', default: '50000'},
		seconds: {type: 'string', default: '60'},
		profile: {type: 'string'},
		json: {type: 'boolean', default: false},
		record: {type: 'boolean', default: false},
		help: {type: 'boolean', default: false},
	},
});

const root = path.join(import.meta.dirname, '..');
const cli = path.join(root, 'build/cli.js');
const profiling =
	values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
const wanted = values.tools.split(',');
const chosen = (tools: Tools): ReadonlyArray<readonly [string, Tool]> =>
	Object.entries(tools).filter(([name]) => wanted.some(word => name.startsWith(word)));

const tell = (text: string): void => console.error(text);

const measureBursts = async (
	kind: BurstKind,
	signal: AbortSignal,
): Promise<Record<string, BurstRun[]>> => {
	const count = Number(values.lines);
	const found: Record<string, BurstRun[]> = {};
	for (let round = 1; round <= Number(values.rounds); round++) {
		for (const [name, tool] of chosen(burstTools(cli, profiling))) {
			await prepareBurst(kind, count, signal);
			const run = await runBurst(tool, kind, count, signal);
			found[name] = [...(found[name] ?? []), run];
			tell(`  ${kind}, round ${round}, ${name}: ${JSON.stringify(run)}`);
		}
	}
	return found;
};

const measureFlood = async (signal: AbortSignal): Promise<Record<string, FloodRun[]>> => {
	const found: Record<string, FloodRun[]> = {};
	const [linesPerSecond, seconds] = [Number(values.rate), Number(values.seconds)];
	for (const [name, tool] of chosen(floodTools(cli, profiling))) {
		const run = await runFlood(tool, {linesPerSecond, seconds, signal});
		found[name] = [run];
		const {lagsMillis, keysMillis, ...rest} = run;
		tell(`  flood, ${name}: ${JSON.stringify(rest)}`);
	}
	return found;
};

const describeRun = async (): Promise<string> => {
	const commit = await output('git', ['-C', root, 'rev-parse', '--short', 'HEAD']);
	const changes = await output('git', ['-C', root, 'status', '--porcelain', '--', 'source']);
	return [
		`dockmon ${commit}${changes === '' ? '' : ' with changes'}`,
		await output('docker', ['--version']),
		`${await describeEngine()}; ${describeMachine()}, Node ${process.versions.node}`,
		`${size.columns}x${size.rows}; medians of ${values.rounds} rounds (least–most)`,
	].join('; ');
};

const measure = async (signal: AbortSignal): Promise<void> => {
	const parts = values.only.split(',');
	const pressure = watchPressure();
	const description = await describeRun();
	const measured: Record<string, unknown> = {description};
	const tables: string[] = [];
	const add = (name: string, found: unknown, table: string): void => {
		measured[name] = found;
		tables.push(table);
		if (!values.json) console.log(`${table}\n`);
	};
	if (!values.json) console.log(`${description}\n`);
	const count = Number(values.lines).toLocaleString('en');
	if (parts.includes('live')) {
		const found = await measureBursts('live', signal);
		add('live', found, renderLive(count, found));
	}
	if (parts.includes('backlog')) {
		const found = await measureBursts('backlog', signal);
		add('backlog', found, renderBacklog(count, found));
	}
	if (parts.includes('flood')) {
		const found = await measureFlood(signal);
		const rate = Number(values.rate).toLocaleString('en');
		add('flood', found, renderFlood(`flood: ${rate} lines/s for ${values.seconds} s`, found));
	}
	const waited = pressure()?.toFixed(0) ?? '–';
	const load = `Load average ${loadAverage().toFixed(1)}; something waited for a CPU ${waited} % of the time.`;
	console.log(values.json ? JSON.stringify({...measured, load}, undefined, '\t') : load);
	if (!values.record) return;
	const file = path.join(root, 'benchmarks.md');
	const content = [description, ...tables, load].join('\n\n');
	writeFileSync(file, fillSection(readFileSync(file, 'utf8'), 'logs', content));
};

if (values.help) console.log(usage);
else await interruptible(measure, () => removeAll(purpose));
