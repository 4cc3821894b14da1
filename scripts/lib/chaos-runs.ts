import {fork} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type BuildOptions, build} from 'esbuild';
import type {Failure, Figures, Outcome} from '../../test/chaos/chaos.ts';
import type {Plan, Step} from '../../test/chaos/step.ts';

const root = path.join(import.meta.dirname, '../..');
/** Below the packages, where it finds them. */
const bundleFolder = path.join(root, 'node_modules/.cache/dockmon-chaos');
/** Without a sign of life: longer than any step can take. */
const hangMillis = 120_000;

/** Of a run that ended by itself or was ended. */
export interface Run {
	readonly failure?: Failure;
	readonly figures?: Figures;
	readonly tookMillis: number;
}

const common: BuildOptions = {
	...{outdir: bundleFolder, bundle: true, platform: 'node', packages: 'external'},
	...{target: 'node22', jsx: 'automatic', logLevel: 'warning', sourcemap: 'inline'},
	define: {'process.env.NODE_ENV': '"production"'},
};

/** Plays plans, each in a process of its own: it may crash, and it may hang. */
export class ChaosRuns {
	readonly #folder: string;
	readonly #main: string;

	private constructor(folder: string, main: string) {
		this.#folder = folder;
		this.#main = main;
	}

	/** From the sources as they are, and with React as users run it. */
	static async prepare(): Promise<ChaosRuns> {
		const chaos = path.join(root, 'test/chaos');
		await build({
			...common,
			...{entryPoints: {main: path.join(chaos, 'main.ts')}, splitting: true, format: 'esm'},
		});
		// Apart, for it is not to share what modules remember.
		await build({
			...common,
			...{entryPoints: {fresh: path.join(chaos, 'fresh.ts')}, outExtension: {'.js': '.cjs'}},
			...{format: 'iife', globalName: 'fresh'},
			...{banner: {js: '(() => {'}, footer: {js: 'return fresh;})()'}},
		});
		const folder = await mkdtemp(path.join(tmpdir(), 'dockmon-chaos-'));
		return new ChaosRuns(folder, path.join(bundleFolder, 'main.js'));
	}

	async play(plan: Plan): Promise<Run> {
		const file = path.join(this.#folder, `${plan.seed}.json`);
		await writeFile(file, JSON.stringify(plan));
		const beganAt = performance.now();
		const child = fork(this.#main, [file], {
			env: {...process.env, NODE_ENV: 'production', TMPDIR: this.#folder, TZ: 'UTC'},
			execArgv: ['--enable-source-maps', '--max-old-space-size=512'],
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		});
		let said = '';
		child.stdout?.on('data', data => (said += data));
		child.stderr?.on('data', data => (said += data));
		let step = 0;
		let outcome: Outcome | undefined;
		let watchdog: NodeJS.Timeout | undefined;
		let hangs = false;
		const isAlive = (): void => {
			clearTimeout(watchdog);
			watchdog = setTimeout(() => {
				hangs = true;
				child.kill('SIGKILL');
			}, hangMillis);
		};
		isAlive();
		child.on('message', (message: {step?: number; outcome?: Outcome}) => {
			isAlive();
			step = message.step ?? step;
			outcome = message.outcome ?? outcome;
		});
		const code = await new Promise(resolve => {
			child.on('exit', (exitCode, signal) => resolve(exitCode ?? signal));
		});
		clearTimeout(watchdog);
		const tookMillis = performance.now() - beganAt;
		if (outcome !== undefined) return {...outcome, tookMillis};
		const what = hangs ? 'it hangs' : `the process ended with ${code}`;
		return {
			failure: {step, faults: [what], screen: said.split('\n').slice(-30), rules: []},
			tookMillis,
		};
	}

	/** The same failure with fewer steps, as far as that is found in the time. */
	async shrink(plan: Plan, failure: Failure, budgetMillis: number): Promise<Plan> {
		const deadline = performance.now() + budgetMillis;
		const kind = kindOf(failure);
		let steps: readonly Step[] = plan.steps.slice(0, failure.step + 1);
		for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : size >> 1) {
			// The last one is that behind which it is seen.
			for (let from = 0; from < steps.length - 1 && performance.now() < deadline; ) {
				const fewer = [
					...steps.slice(0, from),
					...steps.slice(Math.min(from + size, steps.length - 1)),
				];
				const run = await this.play({seed: plan.seed, steps: fewer});
				if (run.failure !== undefined && kindOf(run.failure) === kind)
					steps = fewer.slice(0, run.failure.step + 1);
				else from += size;
			}
		}
		return {seed: plan.seed, steps};
	}

	async end(): Promise<void> {
		await rm(this.#folder, {recursive: true, force: true});
	}
}

/** Two failures are the same when their words are, apart from numbers and names. */
const kindOf = ({faults}: Failure): string =>
	(faults[0] ?? '').replaceAll(/[\da-f]{12,}|\d+|"[^"]*"/g, '').slice(0, 60);
