import {setTimeout as delay} from 'node:timers/promises';
import {expect, test, vi} from 'vitest';
import {createPrograms, type StartProgram} from '../../../../source/app/program/programs.ts';
import type {ProgramRequest} from '../../../../source/model/user-command.ts';
import type {ProgramEnd} from '../../../../source/store/program.ts';
import {until} from '../../../helpers/until.ts';
import {User} from '../../../helpers/user.ts';

const begin = () => {
	const user = new User();
	const lent: string[] = [];
	const cleanups = new Set<() => unknown>();
	const removed: string[] = [];
	const programs = createPrograms({
		...{store: user.store, now: () => 0},
		removeOneOff: async name => void removed.push(name),
		untilRead: async () => void lent.push('read'),
		lender: {
			async lendCooked(use) {
				lent.push('lent');
				return await use();
			},
		},
		router: {
			hold: () => ({open: () => undefined, release: () => void lent.push('keys are back')}),
		},
		guard: {
			leaveInterrupts: () => () => void lent.push('taken back'),
			onExit(cleanup) {
				cleanups.add(cleanup);
				return () => cleanups.delete(cleanup);
			},
		},
	});
	return {user, lent, cleanups, removed, ...programs};
};

const request = (show: ProgramRequest['show'], script: string): ProgramRequest => ({
	...{name: 'mine', show, text: script, argv: ['/bin/sh', '-c', script]},
});

const ended = (user: User) => until(() => user.state.program?.end !== undefined, 'its end');

test('output opens a window, and its end is told there', async () => {
	const {user, runProgram} = begin();
	runProgram(request('output', 'echo hello'));
	expect(user.state.frame.overlays.at(-1)?.kind).toBe('output');
	await ended(user);
	expect(user.state.program?.output.flat()).toEqual(['hello']);
	expect(user.messages).toEqual([]);
});

test('who has closed the window is told the end', async () => {
	const {user, runProgram} = begin();
	runProgram(request('output', 'sleep 0.2; echo broken; exit 2'));
	user.press('escape');
	await ended(user);
	expect(user.messages).toEqual(['error: mine: exit code 2: broken']);
});

test.each([
	['echo ready', 'success: mine: ready'],
	['true', 'success: mine: done'],
	['exit 3', 'error: mine: exit code 3'],
])('only a message: %s', async (script, message) => {
	const {user, runProgram} = begin();
	runProgram(request('message', script));
	await ended(user);
	expect(user.state.frame.overlays).toEqual([]);
	expect(user.messages).toEqual([message]);
});

test('it is cancelled by a key, and when dockmon ends', async () => {
	for (const how of ['cancelProgram', 'end'] as const) {
		const {user, runProgram, ...rest} = begin();
		runProgram(request('message', 'sleep 600'));
		await rest[how]();
		await ended(user);
		expect(user.messages).toEqual(['info: mine: cancelled']);
	}
});

test('a second one does not begin before the first has ended', async () => {
	const {user, runProgram} = begin();
	runProgram(request('message', 'sleep 0.1; echo first'));
	runProgram(request('message', 'echo second'));
	await ended(user);
	expect(user.messages).toEqual(['success: mine: first']);
});

test('the terminal is lent, and taken back', async () => {
	const {user, lent, runProgram} = begin();
	runProgram({...request('terminal', ''), argv: ['/bin/sh', '-c', 'exit 4']});
	await until(() => user.messages.length > 0, 'a message');
	expect(user.messages).toEqual(['error: mine: exit code 4']);
	expect(lent.slice(0, 4)).toEqual(['lent', 'read', 'taken back', 'keys are back']);
});

test.each(['exit 0', 'kill -INT $$', 'exit 130'])(
	'nobody has to read the end of: %s',
	async script => {
		const {user, lent, runProgram} = begin();
		runProgram({...request('terminal', ''), argv: ['/bin/sh', '-c', script]});
		await until(() => user.messages.length > 0, 'a message');
		expect(lent).not.toContain('read');
	},
);

test.each([
	['exit 0', []],
	// By its own decision, and what it made went with it.
	['exit 3', []],
	['kill -HUP $$', ['shop-api-run-1']],
	['exit 129', ['shop-api-run-1']],
])('a container that was made for: %s', async (script, gone) => {
	const {user, removed, runProgram} = begin();
	const oneOff = 'shop-api-run-1';
	runProgram({...request('terminal', ''), argv: ['/bin/sh', '-c', script], oneOff});
	await until(() => user.messages.length > 0, 'a message');
	expect(removed).toEqual(gone);
});

test('what does not heed the end of dockmon is ended all the same, and its container removed', async () => {
	const {user, cleanups, removed, runProgram} = begin();
	const script = "trap '' HUP TERM; while :; do sleep 0.1; done";
	runProgram({...request('terminal', ''), argv: ['/bin/sh', '-c', script], oneOff: 'one'});
	await until(() => cleanups.size > 0, 'its begin');
	await delay(100);
	await Promise.all([...cleanups].map(cleanup => cleanup()));
	await until(() => user.messages.length > 0, 'a message');
	expect(user.messages).toEqual(['error: mine: ended by SIGKILL']);
	expect(removed).toContain('one');
});

test('what has the terminal ends with dockmon', async () => {
	const {user, cleanups, runProgram} = begin();
	runProgram({...request('terminal', ''), argv: ['sleep', '600']});
	await until(() => cleanups.size > 0, 'its begin');
	await Promise.all([...cleanups].map(cleanup => cleanup()));
	await until(() => user.messages.length > 0, 'a message');
	expect(user.messages).toEqual(['error: mine: ended by SIGHUP']);
	expect(cleanups.size).toBe(0);
});

test('it runs where it is told to, with what is told of the environment', async () => {
	const {user, runProgram} = begin();
	vi.stubEnv('GONE', 'still here');
	runProgram({
		...request('output', 'pwd; echo "$MARK $GONE."'),
		...{directory: '/usr', env: {MARK: 'here', GONE: undefined}},
	});
	await ended(user);
	vi.unstubAllEnvs();
	expect(user.state.program?.output.flat()).toEqual(['/usr', 'here .']);
});

test('secrets in what it writes are covered', async () => {
	const {user, runProgram} = begin();
	runProgram(request('output', 'echo "--password hunter2"'));
	await ended(user);
	expect(user.state.program?.output.flat()).toEqual(['--password ******']);
});

test('something else is shown as a program is, from its beginning, and one at a time', async () => {
	const {user, show} = begin();
	let end: (() => void) | undefined;
	const start: StartProgram = onLines => {
		onLines(['one', 'two']);
		const ended = new Promise<ProgramEnd>(resolve => {
			end = () => resolve({kind: 'exited', code: 0});
		});
		return {ended, cancel: () => undefined};
	};
	show(request('output', ''), start);
	show(request('output', ''), () => {
		throw new Error('a second one');
	});
	expect(user.state.frame.overlays).toEqual([{kind: 'output', top: 0}]);
	end?.();
	await ended(user);
	expect(user.state.program?.output.flat()).toEqual(['one', 'two']);
});
