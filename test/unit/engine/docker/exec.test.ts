import {Socket} from 'node:net';
import {beforeEach, expect, test, vi} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {openExec} from '../../../../source/engine/docker/exec.ts';
import type {ExecWatch} from '../../../../source/engine/docker/exec-watch.ts';
import type {ExecOptions} from '../../../../source/engine/engine.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {refOf} from '../../../helpers/builders.ts';

/** What the watch was told, in order; and whether it knows the session. */
const watch = {told: [] as string[], isUp: false};

const beginWatch = (): ExecWatch => ({
	begun: Promise.resolve(),
	isUp: () => watch.isUp,
	dismiss: () => void watch.told.push('dismiss'),
	release: () => void watch.told.push('release'),
});

beforeEach(() => {
	watch.told = [];
	watch.isUp = false;
});

const options = {argv: ['sh'], columns: 80, rows: 24};

/** An engine that creates an exec and lets its start hang until the test says how it goes on. */
const hangingStart = (request: ExecOptions = options) => {
	const start = Promise.withResolvers<Socket>();
	const asked: string[] = [];
	const askJson = async ({method, path}: Call): Promise<unknown> => {
		asked.push(`${method} ${path}`);
		return path.endsWith('/json') ? {Running: false, ExitCode: 0} : {Id: 'exec-1'};
	};
	const hijack = vi.fn(() => start.promise);
	const client = {apiVersion: () => '1.47', askJson, hijack} as unknown as Client;
	const abort = new AbortController();
	const opening = openExec(client, refOf('api'), request, abort.signal, beginWatch);
	return {start, asked, hijack, abort, opening};
};

test('a start that hangs is given up at once, and closed when it opens all the same', async () => {
	const {start, asked, hijack, abort, opening} = hangingStart();
	await vi.waitFor(() => expect(hijack).toHaveBeenCalled());
	abort.abort();
	await expect(opening).rejects.toMatchObject({name: 'AbortError'});
	const socket = new Socket();
	start.resolve(socket);
	await vi.waitFor(() => expect(socket.destroyed).toBe(true));
	expect(asked.at(-1)).toBe('GET /exec/exec-1/json');
});

test('one that was given up and fails later troubles nobody', async () => {
	const {start, hijack, abort, opening} = hangingStart();
	await vi.waitFor(() => expect(hijack).toHaveBeenCalled());
	abort.abort();
	await expect(opening).rejects.toMatchObject({name: 'AbortError'});
	// A rejection that nobody handles would fail the run.
	start.reject(new EngineError('timeout', 'No answer within 15 s: exec'));
	await new Promise(resolve => setImmediate(resolve));
});

test('a start that fails while somebody waits says why', async () => {
	const {start, opening} = hangingStart();
	start.reject(new EngineError('timeout', 'No answer within 15 s: exec'));
	await expect(opening).rejects.toMatchObject({kind: 'timeout'});
});

test.each([
	['timeout', 'release'],
	['unreachable', 'release'],
	['protocol', 'release'],
	['conflict', 'dismiss'],
	['not-found', 'dismiss'],
] as const)('a start that fails by %s: the watch hears %s', async (kind, told) => {
	const {start, opening} = hangingStart();
	start.reject(new EngineError(kind, 'it failed: exec'));
	await expect(opening).rejects.toMatchObject({kind});
	expect(watch.told).toEqual([told]);
});

test.each([
	['root, whom the watch may end for', {...options, user: 'root'}, true, false],
	['nobody known, who may have become root', options, true, true],
	['another user', {...options, user: 'app'}, true, true],
	['root, without a watch', {...options, user: '0:0'}, false, true],
] as const)(
	'a session of %s is left by what surely ends it',
	async (_who, asked, isUp, isClosed) => {
		const {start, asked: calls, opening} = hangingStart(asked);
		const socket = new Socket();
		start.resolve(socket);
		const session = await opening;
		watch.isUp = isUp;
		await session.leave?.();
		expect(socket.destroyed).toBe(true);
		expect(calls.includes('GET /exec/exec-1/json')).toBe(isClosed);
		expect(watch.told.at(-1)).toBe('release');
	},
);
