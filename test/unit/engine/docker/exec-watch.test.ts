import type {Socket} from 'node:net';
import {Duplex} from 'node:stream';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {type ExecWatch, startWatch} from '../../../../source/engine/docker/exec-watch.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {refOf} from '../../../helpers/builders.ts';

/** The dockmon end of a connection. */
class FakeSocket extends Duplex {
	sent = '';
	override _read(): void {}
	override _write(chunk: Buffer, _encoding: string, done: () => void): void {
		this.sent += chunk.toString();
		done();
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}
	says(text: string): void {
		this.push(text);
	}
	/** The program there has ended. */
	ends(): void {
		this.destroy();
	}
}

let shells: string[];
let sockets: FakeSocket[];
/** Of the programs, in their order. */
let exitCodes: number[];
let opens: (socket: FakeSocket) => Promise<FakeSocket>;

beforeEach(() => {
	shells = [];
	sockets = [];
	exitCodes = [];
	opens = async socket => socket;
});

afterEach(() => vi.useRealTimers());

const start = (): ExecWatch => {
	const client = {
		askJson: async ({path, body}: Call) => {
			if (path.endsWith('/json')) return {Running: false, ExitCode: exitCodes.shift()};
			const {Cmd: argv} = body as {readonly Cmd: readonly string[]};
			shells.push(argv.slice(0, argv.indexOf('-c')).join(' '));
			return {Id: `exec-${shells.length}`};
		},
		hijack: async () => {
			const socket = new FakeSocket();
			sockets.push(socket);
			return (await opens(socket)) as unknown as Socket;
		},
	} as unknown as Client;
	return startWatch({client, ref: refOf('api'), argv: ['bash'], marker: 'MARK=1'});
};

const opened = async (index = 0): Promise<FakeSocket> =>
	await vi.waitFor(() => {
		const socket = sockets[index];
		if (socket === undefined) throw new Error('not opened yet');
		return socket;
	});

const upAfter = async (watch: ExecWatch): Promise<FakeSocket> => {
	const socket = await opened();
	socket.says('\u0001\0\0\0\0\0\0\u000Dfound');
	socket.says(' 12 345 \n');
	await vi.waitFor(() => expect(watch.isUp()).toBe(true));
	return socket;
};

test('is up when it says so, and no longer when it has ended', async () => {
	const watch = start();
	await opened();
	expect(watch.isUp()).toBe(false);
	const socket = await upAfter(watch);
	// What it has found it is told to keep.
	expect(socket.sent).toBe('keep 12 345 \n');
	socket.ends();
	await vi.waitFor(() => expect(watch.isUp()).toBe(false));
});

test('is told when the session is over, and left without a word when dockmon leaves', async () => {
	const dismissed = start();
	const socket = await upAfter(dismissed);
	dismissed.dismiss();
	await vi.waitFor(() => expect(socket.sent).toBe('keep 12 345 \nfarewell\n'));
	dismissed.release();
	expect(socket.writableEnded).toBe(true);

	sockets = [];
	const released = start();
	const other = await upAfter(released);
	released.release();
	expect(other.destroyed).toBe(true);
	expect(other.sent).toBe('keep 12 345 \n');
});

test('tries the shell that is known to be there first, then those that may be', async () => {
	exitCodes = [127, 126];
	const watch = start();
	(await opened(0)).ends();
	(await opened(1)).ends();
	await opened(2);
	expect(shells).toEqual(['bash', 'sh', 'busybox sh']);
	watch.dismiss();
});

test('is given up where it finds no session', async () => {
	const watch = start();
	const socket = await opened();
	socket.says('\u0001\0\0\0\0\0\0\u0005none\n');
	await vi.waitFor(() => expect(socket.sent).toBe('farewell\n'));
	expect(watch.isUp()).toBe(false);
});

test('is given up where the script cannot run', async () => {
	exitCodes = [2];
	const watch = start();
	(await opened()).ends();
	await vi.waitFor(() => expect(exitCodes).toEqual([]));
	await new Promise(resolve => setImmediate(resolve));
	expect(shells).toHaveLength(1);
	expect(watch.isUp()).toBe(false);
});

test('one that opens when the session is over is told so then', async () => {
	const late = Promise.withResolvers<FakeSocket>();
	opens = () => late.promise;
	const watch = start();
	const socket = await opened();
	watch.dismiss();
	late.resolve(socket);
	await vi.waitFor(() => expect(socket.sent).toBe('farewell\n'));
});

test('one that opens after a release is cut off without a word', async () => {
	const late = Promise.withResolvers<FakeSocket>();
	opens = () => late.promise;
	const watch = start();
	const socket = await opened();
	watch.release();
	// The first of the two counts.
	watch.dismiss();
	late.resolve(socket);
	await vi.waitFor(() => expect(socket.destroyed).toBe(true));
	expect(socket.sent).toBe('');
});

test('one that is released before it is made begins all the same, and is not after a dismissal', async () => {
	const released = start();
	released.release();
	const socket = await opened();
	await vi.waitFor(() => expect(socket.destroyed).toBe(true));
	expect(socket.sent).toBe('');

	start().dismiss();
	await new Promise(resolve => setImmediate(resolve));
	expect(sockets).toHaveLength(1);
});

test('an engine that refuses it troubles nobody', async () => {
	opens = async () => {
		throw new EngineError('unsupported', 'no exec here');
	};
	const watch = start();
	await opened();
	await new Promise(resolve => setImmediate(resolve));
	expect(watch.isUp()).toBe(false);
	watch.dismiss();
});

test('talks twice a minute, so that no proxy takes the connection for idle', async () => {
	vi.useFakeTimers();
	const watch = start();
	const socket = await opened();
	await vi.advanceTimersByTimeAsync(61_000);
	expect(socket.sent).toBe('\n\n');
	watch.dismiss();
	await vi.advanceTimersByTimeAsync(61_000);
	expect(socket.sent).toBe('\n\nfarewell\n');
});
