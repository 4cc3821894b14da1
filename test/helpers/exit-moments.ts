import {readFileSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import type {EngineDouble} from './engine-double.ts';
import type {Pty} from './pty.ts';
import {until} from './until.ts';

/** What dockmon is in the middle of when it is left. */
export interface Moment {
	readonly name: string;
	/** The container whose log it is writes without a pause. */
	readonly floods?: boolean;
	/** Goes there; the program may run in a shell of this terminal. */
	readonly reach: (pty: Pty, engine: EngineDouble, container: string) => Promise<void>;
	/** Keys are those of a shell in a container, until it is left. */
	readonly isShell?: boolean;
}

/** What the shell that is the first process of this terminal runs. */
export const jobOf = (shell: Pty): number | undefined =>
	shell.processes().find(({parent}) => parent === shell.pid)?.pid;

/** It is started when the terminal is raw, and has begun when it is a shell. */
const hasGuard = (pid: number): boolean => {
	try {
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
		return children
			.split(' ')
			.some(child => readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith('/bin/sh\0-c'));
	} catch {
		// One of them has just ended.
		return false;
	}
};

const isShown = async (pty: Pty): Promise<void> => {
	await pty.until(/containers \d+\/[1-9]/);
	// The last that is switched on.
	await until(() => pty.modes().focusReports, 'the wish to hear of focus');
};

const select = async (pty: Pty, name: string): Promise<void> => {
	await isShown(pty);
	pty.type(`/name:${name}\r`);
	await pty.until(`filter: name:${name}`);
	pty.type('G');
	await pty.until(new RegExp(`^│▌.*${name}`, 'm'));
};

export const moments: readonly Moment[] = [
	{
		// The terminal is raw, and nothing was drawn.
		name: 'start',
		reach: async pty => {
			// By itself, or as a job of a shell.
			const isGuarded = () => [pty.pid, jobOf(pty)].some(pid => pid !== undefined && hasGuard(pid));
			await until(isGuarded, 'the guard');
		},
	},
	{name: 'dashboard', reach: isShown},
	{
		name: 'logs flood',
		floods: true,
		reach: async pty => {
			await select(pty, 'ledger');
			pty.type('l');
			await pty.until(/flood \d{4}/);
		},
	},
	{
		name: 'shell open',
		isShell: true,
		reach: async (pty, _engine, container) => {
			await select(pty, container);
			pty.type('e');
			await pty.until(/dockmon: shell in [\s\S]*[$#]\s*$/);
		},
	},
	{
		name: 'confirm open',
		reach: async pty => {
			await select(pty, 'ledger');
			pty.type('s');
			await pty.until('Esc or Enter: No');
		},
	},
	{
		name: 'engine hung',
		reach: async (pty, engine) => {
			await isShown(pty);
			engine.hang();
			await pty.until(/no answer/i);
		},
	},
];

/** Gets out of what is open, and then of dockmon. */
export const pressUntilEnded = async (pty: Pty, key: string, isEnded: () => boolean) => {
	for (let presses = 0; presses < 5 && !isEnded(); presses++) {
		pty.type(key);
		for (let waited = 0; waited < 1000 && !isEnded(); waited += 20) await sleep(20);
	}
};
