import process from 'node:process';
import {defineConfig} from 'vitest/config';
import {LongestFirst} from './test/helpers/longest-first.ts';

/** Real engines on busy machines. `.ci/run` names what needed the second try: it is to be mended. */
const retry = process.env['CI'] === undefined ? 0 : 1;

/**
 * They wait for engines and programs most of the time, so two files at once; not more, for they also
 * tell how long things take. After all that needs the CPU.
 */
const waiting = {maxWorkers: 2, sequence: {groupOrder: 1}};

/**
 * Each file in a process of its own spends more time on loading than on testing; so all files that come
 * to the same process have the same modules, and what they change outside of them is put back between them.
 */
const shared = {
	// One core less is what Vitest leaves to others, which on two cores is half of them.
	maxWorkers: '100%',
	...{isolate: false, unstubEnvs: true, unstubGlobals: true},
	setupFiles: ['test/helpers/put-back.ts'],
};

/**
 * Projects by what they need: `unit` pure functions, `component` the rendering, `contract` an
 * engine (demo and, where one answers, real), `e2e` the built program in a pty; `bench`
 * is not a test and runs only when asked for.
 */
export default defineConfig({
	test: {
		sequence: {sequencer: LongestFirst},
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/unit/**/*.test.{ts,tsx}', 'test/*.test.ts'],
					...shared,
					// For properties tried on many thousand inputs, on a machine that does other things too.
					testTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'component',
					include: ['test/component/**/*.test.tsx'],
					env: {FORCE_COLOR: '3'},
					...shared,
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: 'contract',
					include: ['test/contract/**/*.test.ts'],
					// Of one file, where they wait for deadlines.
					maxConcurrency: 10,
					testTimeout: 30_000,
					hookTimeout: 60_000,
					...waiting,
					retry,
				},
			},
			{
				// React as users run it, so the JSX of production too.
				oxc: {jsx: {runtime: 'automatic', development: false}},
				test: {
					name: 'bench',
					include: ['test/bench/**/*.bench.{ts,tsx}'],
					env: {NODE_ENV: 'production'},
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['test/e2e/**/*.test.ts'],
					globalSetup: 'test/helpers/tiny-app.ts',
					testTimeout: 60_000,
					hookTimeout: 60_000,
					...waiting,
					retry,
				},
			},
		],
	},
});
