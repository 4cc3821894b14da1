/**
 * `node scripts/measure.ts [-- flags of dockmon]`: what the built program costs, as a whole process
 * in a terminal of 200x60 with ten more containers on the engine. Linux only: it reads /proc.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {output, removeLoad, startLoad} from './lib/docker-cli.ts';
import {PseudoTerminal} from './lib/pseudo-terminal.ts';

const purpose = 'measure';
const containers = 10;
const starts = 5;
const steadySeconds = 30;
/** Linux counts CPU time in these, on every architecture that Node runs on. */
const ticksPerSecond = 100;

const cli = path.join(import.meta.dirname, '../build/cli.js');
const flags = process.argv.slice(2).filter(argument => argument !== '--');

const cpuMillis = (pid: number): number => {
	// The second field is the name in brackets and may hold blanks.
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
		.replace(/^.*\) /su, '')
		.split(' ');
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
};

const memoryMegabytes = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return (Number(new RegExp(`${field}:\\s+(\\d+)`, 'u').exec(status)?.[1]) * 1024) / 1e6;
};

interface Start {
	readonly paintMillis: number;
	readonly paintCpuMillis: number;
	readonly figureMillis: number;
}

const open = (): PseudoTerminal =>
	new PseudoTerminal({command: [process.execPath, cli, ...flags], columns: 200, rows: 60});

const awaitStart = async (terminal: PseudoTerminal): Promise<Start> => {
	const startedAt = performance.now();
	await terminal.until(screen => screen.trim() !== '', 'a first frame', 30_000);
	const paintMillis = performance.now() - startedAt;
	const paintCpuMillis = cpuMillis(terminal.pid);
	// A row of the table: its state, its name, and CPU with a decimal.
	await terminal.until(screen => /[●>].*\s\d+\.\d\b/u.test(screen), 'a CPU figure', 30_000);
	return {paintMillis, paintCpuMillis, figureMillis: performance.now() - startedAt};
};

const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const measureStarts = async (): Promise<readonly Start[]> => {
	const found: Start[] = [];
	for (let run = 0; run < starts; run++) {
		const terminal = open();
		found.push(await awaitStart(terminal));
		await terminal.stop();
	}
	return found;
};

const report = (what: string, value: string): void => console.log(`${what.padEnd(36)} ${value}`);

const measureSteady = async (): Promise<void> => {
	const terminal = open();
	try {
		await awaitStart(terminal);
		// The first seconds hold the compiling of what just ran for the first time.
		await sleep(5000);
		const cpu = cpuMillis(terminal.pid);
		const bytes = terminal.bytesWritten;
		await sleep(steadySeconds * 1000);
		const used = cpuMillis(terminal.pid) - cpu;
		const written = terminal.bytesWritten - bytes;
		report(
			`CPU over ${steadySeconds} s, of one core`,
			`${(used / steadySeconds / 10).toFixed(2)} %`,
		);
		report('written', `${(written / steadySeconds / 1000).toFixed(1)} kB/s`);
		report('memory, resident', `${memoryMegabytes(terminal.pid, 'VmRSS').toFixed(0)} MB`);
		report('memory, peak', `${memoryMegabytes(terminal.pid, 'VmHWM').toFixed(0)} MB`);
	} finally {
		await terminal.stop();
	}
};

await removeLoad(purpose);
try {
	await startLoad(purpose, containers, {cpus: 0.02, memoryMebibytes: 4});
	const running = (await output('docker', ['ps', '--quiet'])).split('\n').length;
	console.log(`${running} running containers, 200x60, medians of ${starts} starts`);
	const found = await measureStarts();
	const middle = (pick: (start: Start) => number): string =>
		`${median(found.map(pick)).toFixed(0)} ms`;
	report(
		'start to first paint',
		middle(start => start.paintMillis),
	);
	report(
		'CPU time until then',
		middle(start => start.paintCpuMillis),
	);
	report(
		'start to first CPU figure',
		middle(start => start.figureMillis),
	);
	await measureSteady();
} finally {
	await removeLoad(purpose);
}
