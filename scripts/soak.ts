/**
 * `npm run soak -- [options]`: dockmon for long, with everything that goes on around a monitor: what and
 * how is in benchmarks.md. Ends with 1 when a promise is broken. Linux only: it reads /proc. Needs root,
 * dockerd, the docker CLI and a build; the daemon is one of its own.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {output} from './lib/docker-cli.ts';
import {interruptible} from './lib/interruptible.ts';
import {describeMachine, loadAverage, watchPressure} from './lib/machine.ts';
import {whyNoPrivateEngine} from './lib/private-engine.ts';
import {fillSection} from './lib/sections.ts';
import {soakCsv} from './lib/soak/csv.ts';
import {shortPlan, soakPlan} from './lib/soak/plan.ts';
import {plotSoak} from './lib/soak/plot.ts';
import {runSoak} from './lib/soak/run.ts';
import {judge} from './lib/soak/verdict.ts';
import {renderTable} from './lib/table.ts';

const usage = `npm run soak -- [options]
  --minutes N         how long (30); the first third is warm-up
  --containers N      that run at once (30)
  --lines N           that all of them write a second (200)
  --replace N         seconds between two containers that are replaced (10)
  --short N           so many seconds at a fast pace instead, as CI does
  --program FILE      the cli.js to run (build/cli.js)
  --out FOLDER        for the CSV and the plot (soak)
  --preload FILE      to be loaded into dockmon as well, such as test/fixtures/leaks/listeners.cjs
  --snapshots FOLDER  for snapshots of the heap; memory tells nothing then
  --record            write the table into benchmarks.md, and the plot beside it`;

const {values} = parseArgs({
	options: {
		minutes: {type: 'string', default: '30'},
		containers: {type: 'string', default: '30'},
		lines: {type: 'string', default: '200'},
		replace: {type: 'string', default: '10'},
		short: {type: 'string'},
		program: {type: 'string'},
		out: {type: 'string', default: 'soak'},
		preload: {type: 'string', multiple: true, default: []},
		snapshots: {type: 'string'},
		record: {type: 'boolean', default: false},
		help: {type: 'boolean', default: false},
	},
});

const root = path.join(import.meta.dirname, '..');

const soak = async (signal: AbortSignal): Promise<void> => {
	const reason = await whyNoPrivateEngine();
	if (reason !== undefined) throw new Error(reason);
	const plan =
		values.short === undefined
			? soakPlan({
					minutes: Number(values.minutes),
					containers: Number(values.containers),
					linesPerSecond: Number(values.lines),
					replaceSeconds: Number(values.replace),
				})
			: shortPlan(Number(values.short));
	const pressure = watchPressure();
	const commit = await output('git', ['-C', root, 'rev-parse', '--short', 'HEAD']);
	const description = `dockmon ${commit}, 120x40, ${describeMachine()}, Node ${process.versions.node}`;
	const out = path.resolve(values.out);
	for (const folder of [out, values.snapshots ?? out]) mkdirSync(folder, {recursive: true});
	const record = await runSoak({
		plan,
		program: path.resolve(values.program ?? path.join(root, 'build/cli.js')),
		preloads: values.preload.map(file => path.resolve(file)),
		...(values.snapshots === undefined ? {} : {snapshots: path.resolve(values.snapshots)}),
		signal,
		tell: text => console.error(text),
	});
	const plot = plotSoak(record, plan, description);
	writeFileSync(path.join(out, 'soak.csv'), soakCsv(record));
	writeFileSync(path.join(out, 'soak.json'), JSON.stringify(record));
	writeFileSync(path.join(out, 'soak.svg'), plot);

	const findings = judge(record, plan);
	const size = `${record.containers} containers, ${plan.linesPerSecond} lines/s, ${record.replaced} replaced, ${record.rounds} rounds`;
	const table = renderTable([
		[`${Math.round(plan.seconds / 60)} minutes: ${size}`, 'found', 'allowed', ''],
		...findings.map(({what, found, allowed, isKept}) => [
			what,
			found,
			allowed,
			isKept ? 'kept' : 'BROKEN',
		]),
	]);
	const waited = pressure()?.toFixed(0) ?? '–';
	const load = `Load average ${loadAverage().toFixed(1)}; something waited for a CPU ${waited} % of the time.`;
	for (const fault of record.faults) console.log(`${fault}\n`);
	console.log(`${description}\n\n${table}\n\n${load}\nCSV and plot: ${values.out}`);
	if (values.record) {
		mkdirSync(path.join(root, 'benchmarks'), {recursive: true});
		writeFileSync(path.join(root, 'benchmarks/soak.svg'), plot);
		const file = path.join(root, 'benchmarks.md');
		const content = [description, table, load].join('\n\n');
		writeFileSync(file, fillSection(readFileSync(file, 'utf8'), 'soak', content));
	}
	process.exitCode = findings.every(({isKept}) => isKept) ? 0 : 1;
};

if (values.help) console.log(usage);
else await interruptible(soak, async () => undefined);
