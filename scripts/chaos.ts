/**
 * `npm run chaos -- [--seed 1] [--seeds 1] [--steps 1000]`: the whole program in one process before a demo
 * engine that fails in all the ways it knows, under random keys, clicks, sizes and clocks. Plays so many
 * seeds one after the other, and ends with 1 where something was wrong; the failure is then cut down to the
 * steps that matter (`--no-shrink` does not, `--shrink 300`: for so many seconds) and written to a file for
 * `--replay FILE`. `--pty` plays them, more gently, with the built program in a terminal of its own.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {planBy} from '../test/chaos/plan.ts';
import {type Plan, sayStep} from '../test/chaos/step.ts';
import {playInPty} from './lib/chaos-pty.ts';
import {ChaosRuns, type Run} from './lib/chaos-runs.ts';

const {values: flags} = parseArgs({
	options: {
		seed: {type: 'string', default: '1'},
		seeds: {type: 'string', default: '1'},
		steps: {type: 'string', default: '1000'},
		replay: {type: 'string'},
		shrink: {type: 'string', default: '120'},
		'no-shrink': {type: 'boolean', default: false},
		pty: {type: 'boolean', default: false},
	},
});

const steps = Number(flags.steps);
const lastShown = 15;

const seconds = (millis: number): string => `${(millis / 1000).toFixed(1)} s`;

const sayRun = ({seed}: Plan, {figures, failure, tookMillis}: Run): string => {
	const how = failure === undefined ? 'ok' : `FAILED at step ${failure.step}`;
	if (figures === undefined) return `seed ${seed}: ${how} after ${seconds(tookMillis)}`;
	const {requests, writes, mostSockets, mostTimers, calms, live, seen} = figures;
	const {slowestRecoveryMillis, slowestFor, drawnAnew} = figures;
	return [
		`seed ${seed}: ${how}, ${figures.steps} steps in ${seconds(tookMillis)}`,
		`${requests} requests, ${writes} writes, at most ${mostSockets} sockets and ${mostTimers} timers`,
		`${calms} recoveries, slowest ${seconds(slowestRecoveryMillis)}${slowestFor && ` for ${slowestFor}`}`,
		`live behind ${Math.round((100 * live) / Math.max(1, figures.steps))} %`,
		`${drawnAnew} times drawn anew`,
		`${seen.length} views, tabs and overlays`,
	].join('; ');
};

const report = async (runs: ChaosRuns, plan: Plan, {failure}: Run): Promise<void> => {
	if (failure === undefined) return;
	console.log(`\n${failure.faults.slice(0, 10).join('\n')}\n`);
	console.log(`${failure.screen.join('\n')}\n`);
	if (failure.rules.length > 0) console.log(`faults then: ${failure.rules.join('; ')}`);
	const whole = {seed: plan.seed, steps: plan.steps.slice(0, failure.step + 1)};
	const short = flags['no-shrink']
		? whole
		: await runs.shrink(plan, failure, Number(flags.shrink) * 1000);
	console.log(`the last of ${short.steps.length} steps, of ${whole.steps.length} before:`);
	for (const step of short.steps.slice(-lastShown)) console.log(`  ${sayStep(step)}`);
	const file = `chaos-${plan.seed}.json`;
	await writeFile(file, `${JSON.stringify(short)}\n`);
	console.log(`again: npm run chaos -- --replay ${file}`);
	console.log(`whole: npm run chaos -- --seed ${plan.seed} --steps ${steps}`);
};

const plans = async function* (): AsyncGenerator<Plan> {
	if (flags.replay !== undefined) yield JSON.parse(await readFile(flags.replay, 'utf8'));
	else
		for (let count = 0; count < Number(flags.seeds); count++)
			yield planBy(Number(flags.seed) + count, steps);
};

const inOneProcess = async (): Promise<void> => {
	const runs = await ChaosRuns.prepare();
	try {
		for await (const plan of plans()) {
			const run = await runs.play(plan);
			console.log(sayRun(plan, run));
			if (run.failure === undefined) continue;
			process.exitCode = 1;
			await report(runs, plan, run);
		}
	} finally {
		await runs.end();
	}
};

const inTerminal = async (): Promise<void> => {
	for await (const plan of plans()) {
		const {failure, steps: done, slowestRecoveryMillis} = await playInPty(plan);
		const how = failure === undefined ? 'ok' : 'FAILED';
		const recovery = `slowest recovery ${seconds(slowestRecoveryMillis)}`;
		console.log(`seed ${plan.seed} in a terminal: ${how}, ${done} steps, ${recovery}`);
		if (failure === undefined) continue;
		process.exitCode = 1;
		console.log(`${failure}\nthe last steps:`);
		for (const step of plan.steps.slice(Math.max(0, done - lastShown), done + 1))
			console.log(`  ${sayStep(step)}`);
	}
};

await (flags.pty ? inTerminal() : inOneProcess());
