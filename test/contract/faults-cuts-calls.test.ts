import {describe, expect, test} from 'vitest';
import type {Fault} from '../../source/demo/api/faults.ts';
import {readTar} from '../../source/model/tar/read-tar.ts';
import {tarEnd} from '../../source/model/tar/write-tar.ts';
import {get} from '../unit/demo/wire.ts';
import {endOf, type FaultSubject, faultSubject, inTurns} from './faults-subject.ts';

// Promise P17 for what is asked of one container, or once: programs, archives, processes, files, volumes, images.

const step = 64;

const offsetsIn = (length: number): number[] =>
	Array.from({length: Math.ceil(length / step)}, (_, index) => index * step);

/**
 * Cuts each answer to such a request, as `GET /path`, in each call at another offset, and tells how the calls
 * ended. All of one call are cut: what is asked again, and what watches a program from beside it.
 */
const cutAtEach = async (
	{demo}: FaultSubject,
	request: RegExp,
	offsets: readonly number[],
	call: () => Promise<unknown>,
	by: 'cutAt' | 'resetAt' = 'cutAt',
): Promise<readonly unknown[]> => {
	let at: number | undefined;
	demo.setFaults({
		match: (method, asked): Fault | undefined =>
			at === undefined || !request.test(`${method} ${asked}`) ? undefined : ({[by]: at} as Fault),
	});
	const one = (offset: number) => {
		at = offset;
		return endOf(call());
	};
	const ends = await inTurns(offsets, one, 1);
	at = undefined;
	return ends;
};

const container = 'shop-api-1';
const shell = {argv: ['sh'], columns: 80, rows: 24};

/** What is asked, where, and the same path for a look at its length. */
const answers: ReadonlyArray<
	readonly [
		what: string,
		path: RegExp,
		whole: (id: string) => string,
		call: (subject: FaultSubject, id: string) => Promise<unknown>,
	]
> = [
	[
		'processes',
		/\/top$/,
		id => `/containers/${id}/top?ps_args=-eo%20pid,ppid,user,pcpu,rss,time,args`,
		({engine, signal}, id) => engine.processes({hostId: engine.hostId, id}, signal),
	],
	[
		'changed files',
		/\/changes$/,
		id => `/containers/${id}/changes`,
		({engine, signal}, id) => engine.changes({hostId: engine.hostId, id}, signal),
	],
	[
		'sizes of volumes',
		/ \/system\/df$/,
		() => '/v1.47/system/df?type=volume',
		({engine, signal}) => engine.volumeSizes(signal),
	],
	[
		'names of images',
		/ \/images\/json$/,
		() => '/images/json',
		({engine, signal}) => engine.imageNames(signal),
	],
	[
		'the whole inspect',
		/\/containers\/\w+\/json$/,
		id => `/containers/${id}/json`,
		({engine, signal}, id) => engine.inspectDocument({hostId: engine.hostId, id}, signal),
	],
	[
		'a file',
		/\/archive$/,
		id => `/containers/${id}/archive?path=/etc/passwd`,
		async ({engine, signal}, id) => {
			const ref = {hostId: engine.hostId, id};
			for await (const part of readTar(await engine.files.read(ref, '/etc/passwd', signal)))
				expect(part.kind).toMatch(/^(entry|content)$/);
		},
	],
];

describe('an answer that is cut at any 64th byte is a broken connection', () => {
	test.each(answers)('%s', async (_what, path, whole, call) => {
		const subject = await faultSubject();
		const {id} = await subject.refOf(container);
		const {length} = Buffer.from((await get(subject.demo, whole(id))).text);
		expect(length).toBeGreaterThan(1);
		const offsets = offsetsIn(length);
		const ends = await cutAtEach(subject, path, offsets, () => call(subject, id));
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
		subject.demo.setFaults(undefined);
		expect(await endOf(call(subject, id))).toBe('fulfilled');
	});

	test('the configuration of an image', async () => {
		const subject = await faultSubject();
		const {engine, signal, demo} = subject;
		const [first] = (await get(demo, '/images/json')).json;
		const path = `/images/${encodeURIComponent(first.Id)}/json`;
		const offsets = offsetsIn((await get(demo, path)).text.length);
		const ends = await cutAtEach(subject, / \/images\/.+\/json$/, offsets, () =>
			engine.imageConfig(first.Id, signal),
		);
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
	});

	test('what the engine remembers', async () => {
		const subject = await faultSubject();
		const {engine, signal} = subject;
		const ref = await subject.refOf('registry');
		const span = {sinceMillis: Date.now() - 60_000, untilMillis: Date.now() + 60_000};
		for (const verb of ['pause', 'unpause'] as const) await engine.act(ref, {verb}, signal);
		const offsets = offsetsIn(600);
		const ends = await cutAtEach(subject, / \/events$/, offsets, () =>
			engine.pastEvents(span, signal),
		);
		// It answers what it has and ends; beyond that there is nothing to cut.
		expect(new Set(ends)).toEqual(new Set(['unreachable']));
	});

	test('what asks for a folder, by a shell and by an archive', async () => {
		for (const [mayRun, path, first] of [
			[true, /\/exec$/, 'unreachable'],
			// What a program writes ends with the connection. It is not whole, so the archive is asked for.
			[true, / \/exec\/\w+\/start$/, 'fulfilled'],
			[false, /^GET .*\/archive$/, 'unreachable'],
		] as const) {
			const subject = await faultSubject();
			const {engine, signal} = subject;
			const ref = await subject.refOf(container);
			const list = () => engine.files.list(ref, '/etc', {mayRun}, signal);
			const {entries} = await list();
			expect(entries.length).toBeGreaterThan(0);
			const offsets = offsetsIn(640);
			const ends = await cutAtEach(subject, path, offsets, list);
			// A short answer is whole before it is cut.
			expect(ends.filter(end => end !== 'unreachable' && end !== 'fulfilled')).toEqual([]);
			expect(ends[0]).toBe(first);
			subject.demo.setFaults(undefined);
			expect((await list()).entries).toEqual(entries);
		}
	});
});

describe('a program in a container', () => {
	test('whose start is cut at every byte of the answer is told as a broken connection', async () => {
		const subject = await faultSubject();
		const {engine, signal} = subject;
		const ref = await subject.refOf(container);
		const offsets = Array.from({length: 70}, (_, index) => index);
		const ends = await cutAtEach(subject, /\/containers\/\w+\/exec$/, offsets, () =>
			engine.exec(ref, shell, signal),
		);
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
	});

	test.each(['cutAt', 'resetAt'] as const)(
		'whose output is broken off (%s) ends, and can be closed',
		async by => {
			const subject = await faultSubject();
			const {engine, signal} = subject;
			const ref = await subject.refOf(container);
			const offsets = offsetsIn(2048);
			const options = {...shell, argv: ['sh', '-c', 'ls -l /etc; cat /etc/passwd; ls -l /etc']};
			const ends = await cutAtEach(
				subject,
				/ \/exec\/\w+\/start$/,
				offsets,
				async () => {
					const session = await engine.exec(ref, options, signal);
					const read = async () => {
						for await (const bytes of session.output) expect(bytes).toBeInstanceOf(Uint8Array);
					};
					const end = await endOf(read());
					expect(end).toMatch(/^(?:fulfilled|unreachable)$/);
					await session.close();
					expect(await session.exitCode()).toEqual(expect.any(Number));
				},
				by,
			);
			expect(ends).toEqual(offsets.map(() => 'fulfilled'));
		},
	);

	test('of which nobody can tell how it ended', async () => {
		const subject = await faultSubject();
		const {engine, signal} = subject;
		const ref = await subject.refOf(container);
		const session = await engine.exec(ref, {...shell, argv: ['true']}, signal);
		for await (const _bytes of session.output);
		const offsets = offsetsIn(256);
		const ends = await cutAtEach(subject, / \/exec\/\w+\/json$/, offsets, () => session.exitCode());
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
		await session.close();
	});
});

test('a file that is written and never acknowledged is a failure', async () => {
	const subject = await faultSubject();
	const {engine, signal} = subject;
	const ref = await subject.refOf(container);
	for (const fault of ['refuse', {cutAt: 0}, {resetAt: 0}] satisfies readonly Fault[]) {
		subject.demo.setFaults({match: method => (method === 'PUT' ? fault : undefined)});
		const archive = async function* () {
			yield tarEnd;
		};
		expect(await endOf(engine.files.write(ref, '/tmp', archive(), signal))).toBe('unreachable');
	}
});
