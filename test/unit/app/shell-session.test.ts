import {EventEmitter} from 'node:events';
import {PassThrough} from 'node:stream';
import {beforeEach, expect, test, vi} from 'vitest';
import {shellArgvs} from '../../../source/app/find-shell.ts';
import {InputRouter} from '../../../source/app/input-router.ts';
import {runShell, type ShellRequest} from '../../../source/app/shell-session.ts';
import type {ExecSession} from '../../../source/engine/engine.ts';
import {EngineError} from '../../../source/model/engine-error.ts';

class FakeSession implements ExecSession {
	readonly id = 'exec-1';
	readonly stream = new PassThrough();
	readonly output: AsyncIterable<Uint8Array> = this.stream;
	readonly sizes: Array<readonly [number, number]> = [];
	readonly close = vi.fn(async () => undefined);
	typed = '';
	code: number | undefined = 0;
	write(bytes: Uint8Array): void {
		this.typed += Buffer.from(bytes).toString();
		if (this.typed.endsWith('exit\r')) this.stream.end();
	}
	async resize(columns: number, rows: number): Promise<void> {
		this.sizes.push([columns, rows]);
	}
	async exitCode(): Promise<number | undefined> {
		return this.code;
	}
}

class FakeOutput extends EventEmitter {
	columns = 80;
	rows = 24;
	text = '';
	write(data: string | Uint8Array): boolean {
		this.text += Buffer.from(data as string).toString();
		return true;
	}
}

let keyboard: PassThrough;
let router: InputRouter;
let output: FakeOutput;
let session: FakeSession;
let cleanups: Set<() => Promise<void>>;
let keys: string;

beforeEach(() => {
	keyboard = new PassThrough();
	router = new InputRouter(keyboard);
	router.start();
	keys = '';
	router.ui.on('readable', () => {
		for (let key = router.ui.read(); key !== null; key = router.ui.read()) keys += key;
	});
	output = new FakeOutput();
	session = new FakeSession();
	cleanups = new Set();
});

const run = (open: ShellRequest['open'] = async () => session) =>
	runShell(
		{
			router,
			lender: {lend: async use => use()},
			stdout: output,
			onExit: cleanup => {
				cleanups.add(cleanup);
				return () => cleanups.delete(cleanup);
			},
		},
		{argvs: shellArgvs, open, notice: ['Shell in shop/\u001B[31mapi; exit or Ctrl-D to leave.']},
	);

const type = async (text: string) => {
	keyboard.write(text);
	await new Promise(resolve => setImmediate(resolve));
	await new Promise(resolve => setImmediate(resolve));
};

test('says where it is, pipes both ways, and gives the exit code', async () => {
	session.code = 3;
	const result = run();
	session.stream.write('$ \u001B[1mhello');
	await vi.waitFor(() => expect(output.text).toContain('hello'));
	await type('exit\r');
	expect(await result).toEqual({kind: 'ended', exitCode: 3});
	expect(output.text).toBe('Shell in shop/api; exit or Ctrl-D to leave.\r\n$ \u001B[1mhello\r\n');
	expect(session.typed).toBe('exit\r');
});

test('loses and leaks none of thirty keys typed before, while and after the shell is there', async () => {
	const {promise: opened, resolve: finishOpening} = Promise.withResolvers<FakeSession>();
	const result = run(async () => opened);
	for (const key of 'abcdefghij') await type(key);
	finishOpening(session);
	await vi.waitFor(() => expect(session.typed).toBe('abcdefghij'));
	for (const key of 'klmnopqrst') await type(key);
	await type('exit\r');
	for (const key of 'uvwxyz0123') await type(key);
	await result;
	expect(session.typed).toBe('abcdefghijklmnopqrstexit\r');
	await vi.waitFor(() => expect(keys).toBe('uvwxyz0123'));
});

test('follows the size of the window, a change while it opens included', async () => {
	const open = vi.fn(async () => {
		output.columns = 100;
		return session;
	});
	const result = run(open);
	await vi.waitFor(() => expect(session.sizes).toEqual([[100, 24]]));
	output.rows = 40;
	output.emit('resize');
	await type('exit\r');
	await result;
	expect(open).toHaveBeenCalledWith(expect.arrayContaining(['sh']), {columns: 80, rows: 24});
	expect(session.sizes).toEqual([
		[100, 24],
		[100, 40],
	]);
	expect(output.listenerCount('resize')).toBe(0);
});

test.each([
	[126, 'OCI runtime exec failed: exec failed: unable to start container process'],
	[127, 'OCI runtime exec failed: exec: "/bin/sh": stat /bin/sh: no such file or directory'],
	[127, 'Error: runc: exec failed: exec: "sh": executable file not found in $PATH'],
])('tells that the image has no shell (%i)', async (code, complaint) => {
	const tried: string[] = [];
	const result = run(async ([program = '']) => {
		tried.push(program);
		const missing = new FakeSession();
		missing.code = code;
		missing.stream.end(`${complaint}\r\n`);
		return missing;
	});
	expect(await result).toEqual({kind: 'missing', message: complaint});
	expect(tried).toEqual(['sh', 'bash', 'busybox', '/busybox/sh']);
	expect(output.text).toBe('Shell in shop/api; exit or Ctrl-D to leave.\r\n');
});

/** Opens shells as an image that has only bash does. */
const onlyBash =
	(beforeBash: Promise<void> = Promise.resolve()): ShellRequest['open'] =>
	async ([program]) => {
		if (program === 'bash') {
			await beforeBash;
			return session;
		}
		const missing = new FakeSession();
		missing.code = 127;
		missing.stream.end('OCI runtime exec failed: exec: "sh": executable file not found in $PATH');
		return missing;
	};

test('finds the shell of an image without sh, and gives it all that was typed meanwhile', async () => {
	const {promise: isThere, resolve: finishOpening} = Promise.withResolvers<void>();
	const result = run(onlyBash(isThere));
	await type('ls');
	await type('\r');
	finishOpening();
	await vi.waitFor(() => expect(session.typed).toBe('ls\r'));
	session.stream.write('bash$ ');
	await type('exit\r');
	expect(await result).toEqual({kind: 'ended', exitCode: 0});
	expect(session.typed).toBe('ls\rexit\r');
	expect(output.text).toBe('Shell in shop/api; exit or Ctrl-D to leave.\r\nbash$ \r\n');
});

test('Ctrl-C gives up while the second shell is being tried too', async () => {
	const {promise: isThere, resolve: finishOpening} = Promise.withResolvers<void>();
	const result = run(onlyBash(isThere));
	await type('ls');
	await type('\u0003');
	finishOpening();
	expect(await result).toEqual({kind: 'cancelled'});
	await vi.waitFor(() => expect(session.close).toHaveBeenCalledOnce());
});

test('does not mistake the end of an own unknown command for a missing shell', async () => {
	session.code = 127;
	session.stream.end('$ sh: frobnicate: not found\r\n');
	expect(await run()).toEqual({kind: 'ended', exitCode: 127});
});

test.each([
	['conflict', 'not-running'],
	['not-found', 'gone'],
] as const)('turns a refusal by %s into the result %s', async (kind, expected) => {
	const result = run(async () => {
		throw new EngineError(kind, 'Container shop-api-1 says no.');
	});
	await type('rm -r');
	expect(await result).toEqual({kind: expected, message: 'Container shop-api-1 says no.'});
	await type('j');
	expect(keys).toBe('j');
});

test('passes on the hint of any other refusal', async () => {
	const result = run(async () => {
		throw new EngineError('timeout', 'No answer.', {hint: 'Is the engine busy?'});
	});
	expect(await result).toEqual({
		kind: 'failed',
		message: 'No answer.',
		hint: 'Is the engine busy?',
	});
});

test('tells of a lost connection, and keeps what was typed then from the UI', async () => {
	const result = run();
	await vi.waitFor(() => expect(cleanups.size).toBe(1));
	session.stream.destroy(new EngineError('unreachable', 'The connection broke.'));
	keyboard.write('rm -r');
	expect(await result).toEqual({kind: 'lost', message: 'The connection broke.'});
	expect(keys).toBe('');
});

test('gives up opening on Ctrl-C, and closes what opened all the same', async () => {
	const {promise: opened, resolve: finishOpening} = Promise.withResolvers<FakeSession>();
	const result = run(async () => opened);
	await type('\u0003');
	finishOpening(session);
	expect(await result).toEqual({kind: 'cancelled'});
	await vi.waitFor(() => expect(session.close).toHaveBeenCalledOnce());
});

test('is closed when dockmon ends, and not remembered after', async () => {
	const result = run();
	session.stream.write('$ ');
	await vi.waitFor(() => expect(output.text).toContain('$ '));
	for (const cleanup of [...cleanups]) await cleanup();
	expect(session.close).toHaveBeenCalledOnce();
	await type('exit\r');
	await result;
	expect(cleanups.size).toBe(0);
});

test.each([
	['while it opens', ''],
	['after Ctrl-C, while it opens still', '\u0003'],
])('is closed when dockmon ends %s', async (_when, keysBefore) => {
	const {promise: opened, resolve: finishOpening} = Promise.withResolvers<FakeSession>();
	const result = run(async () => opened);
	await type(keysBefore);
	expect(cleanups.size).toBe(1);
	const cleaning = Promise.all([...cleanups].map(cleanup => cleanup()));
	finishOpening(session);
	await cleaning;
	expect(session.close).toHaveBeenCalled();
	session.stream.end();
	await result;
	await vi.waitFor(() => expect(cleanups.size).toBe(0));
});

test('tries no other shell for a user that the image does not know, and says so', async () => {
	const tried: string[] = [];
	const complaint = 'unable to find user nobody: no matching entries in passwd file';
	const result = run(async ([program = '']) => {
		tried.push(program);
		session.code = undefined;
		session.stream.end(`${complaint}\r\n`);
		return session;
	});
	expect(await result).toEqual({kind: 'missing', message: complaint});
	expect(tried).toEqual(['sh']);
});
