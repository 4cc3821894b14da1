import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Plan, Step} from '../../test/chaos/step.ts';
import {TroubledEngine} from '../../test/chaos/troubled-engine.ts';
import {PseudoTerminal} from './pseudo-terminal.ts';

const cli = path.join(import.meta.dirname, '../../build/cli.js');

/** `q` ends it, and `u` would read what is on this machine. */
const leftOut = /[qu\u0003]/g;
/** Here time is real. */
const longestMillis = 400;
const patienceMillis = 60_000;
const troubled = /no answer \d+ s|alues are \S+ old|│ +failed /;

export interface PtyOutcome {
	/** What went wrong, with the screen; undefined where nothing did. */
	readonly failure?: string;
	readonly steps: number;
	readonly slowestRecoveryMillis: number;
}

/** The built program in a terminal of its own, under the same plans: whether it lives, recovers, and ends as it should. */
export const playInPty = async ({steps}: Plan): Promise<PtyOutcome> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'dockmon-chaos-pty-'));
	const engine = new TroubledEngine(path.join(folder, 'docker.sock'));
	await engine.start();
	const terminal = new PseudoTerminal({
		command: [
			...['sh', '-c', 'cd "$0" && exec "$@"', folder],
			...[process.execPath, cli, '--host', engine.endpoint, '--no-cgroup'],
		],
		env: {XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, TMPDIR: folder},
		...{columns: 100, rows: 30},
	});
	let [done, slowestRecoveryMillis] = [0, 0];
	const fail = (what: string): PtyOutcome => ({
		...{steps: done, slowestRecoveryMillis},
		failure: `${what} behind step ${done}\n${terminal.screen().join('\n')}`,
	});
	try {
		await terminal.until(screen => /containers \d+\/\d+/.test(screen), 'the list', patienceMillis);
		for (const step of steps) {
			if (step.kind === 'calm') {
				const tookMillis = await recover(engine, terminal);
				if (tookMillis === undefined) return fail('it did not recover');
				slowestRecoveryMillis = Math.max(slowestRecoveryMillis, tookMillis);
			} else await does(step, engine, terminal);
			if (terminal.exit !== undefined) return fail(`it ended with ${terminal.exit.code}`);
			done++;
		}
		// Out of whatever is open, shells too.
		for (const keys of ['\u0004', '\u001B', '\u001B', '\u001B', '\u0003', '\u0003']) {
			terminal.type(keys);
			await sleep(200);
		}
		const over = await Promise.race([terminal.exited, sleep(10_000)]);
		if (over === undefined) return fail('it did not end');
		if (over.code !== 0) return fail(`it ended with ${over.code}`);
		if (!terminal.written.trimEnd().includes('\u001B[?1049l'))
			return fail('the screen was not left');
		return {steps: done, slowestRecoveryMillis};
	} finally {
		await terminal.stop();
		await engine.stop();
		await rm(folder, {recursive: true, force: true});
	}
};

const recover = async (
	engine: TroubledEngine,
	terminal: PseudoTerminal,
): Promise<number | undefined> => {
	engine.mend();
	const beganAt = performance.now();
	const isWell = (): boolean => !troubled.test(terminal.screen().join('\n'));
	while (!isWell() && terminal.exit === undefined) {
		if (performance.now() - beganAt > patienceMillis) return undefined;
		await sleep(100);
	}
	return performance.now() - beganAt;
};

const does = async (
	step: Step,
	engine: TroubledEngine,
	terminal: PseudoTerminal,
): Promise<void> => {
	switch (step.kind) {
		case 'keys':
			terminal.type(step.keys.join('').replaceAll(leftOut, ''));
			break;
		case 'bytes':
			// One byte a character, and none of it is one that a terminal would not send.
			terminal.type(step.bytes.replaceAll(/[^\u0000-\u007f]|[qu]/g, '').replaceAll('\u0003', ''));
			break;
		case 'resize':
			terminal.resize({columns: Math.max(2, step.columns), rows: Math.max(2, step.rows)});
			break;
		case 'fault':
			engine.addFault(step.rule);
			break;
		case 'mend':
			engine.mend();
			break;
		case 'deed':
			await engine.does(step.deed, step.which);
			break;
		case 'cut':
			engine.demo?.cutAll();
			break;
		case 'restart':
			await engine.stop();
			await sleep(Math.min(step.awayMillis, longestMillis));
			await engine.start();
			break;
		default:
			break;
	}
	await sleep(Math.min(step.thenMillis, longestMillis));
};
