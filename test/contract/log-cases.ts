import {expect, test} from 'vitest';
import type {LogOptions} from '../../source/engine/engine.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import {until} from '../helpers/until.ts';
import {type Contract, openSockets, unknownRef} from './subject.ts';

const stampOf = (line: LogLine | undefined): string => {
	if (line?.kind !== 'line' || line.stamp === undefined) throw new Error('a line without a stamp');
	return line.stamp;
};

export const logCases = (contract: Contract): void => {
	const open = (ref: ContainerRef, options: Partial<LogOptions> = {}, signal = contract.signal) =>
		contract.engine.logs(ref, {follow: false, tail: 1000, tty: false, ...options}, signal);

	const read = async (ref: ContainerRef, options: Partial<LogOptions> = {}): Promise<LogLine[]> => {
		const lines: LogLine[] = [];
		for await (const batch of await open(ref, options)) {
			expect(batch.length).toBeGreaterThan(0);
			lines.push(...batch);
		}
		return lines;
	};

	/** Collects in the background; `ended` settles when the stream does. */
	const follow = async (ref: ContainerRef, signal = contract.signal) => {
		const lines: LogLine[] = [];
		const batches = await open(ref, {follow: true, tail: 0}, signal);
		const ended = (async () => {
			for await (const batch of batches) lines.push(...batch);
		})();
		return {lines, ended};
	};

	test('both streams are told apart, each line with its time and without its newline', async () => {
		const ref = await contract.cast.talker();
		const lines = await until(async () => {
			const found = await read(ref);
			const streams = new Set(found.map(line => line.kind === 'line' && line.stream));
			return streams.size === 2 ? found : undefined;
		}, 'lines of both streams');
		for (const line of lines) {
			expect(line.kind).toBe('line');
			expect(line.atMillis).toBeGreaterThan(Date.parse('2020-01-01'));
			expect(line.kind === 'line' && line.text).not.toMatch(/[\r\n]$|^\d{4}-\d\d-\d\dT/);
		}
	});

	test('tail is the number of lines', async () => {
		const ref = await contract.cast.talker();
		await until(async () => (await read(ref)).length >= 5, 'five lines');
		expect(await read(ref, {tail: 3})).toHaveLength(3);
		expect(await read(ref, {tail: 0})).toHaveLength(0);
	});

	test('since takes the stamp of a line and gives it again with all that follow', async () => {
		const ref = await contract.cast.ended();
		const lines = await read(ref);
		const middle = lines[Math.floor(lines.length / 2)];
		const since = stampOf(middle);
		const later = await read(ref, {since});
		expect(later).toContainEqual(middle);
		expect(later).toEqual(lines.filter(line => stampOf(line) >= since));
	});

	test('until takes the stamp of a line and gives it with all before it', async () => {
		const ref = await contract.cast.talker();
		const lines = await until(async () => {
			const found = await read(ref);
			return new Set(found.map(stampOf)).size > 2 && found;
		}, 'lines of several instants');
		const last = stampOf(lines.at(-1));
		const middle = stampOf(lines.findLast(line => stampOf(line) < last));
		const earlier = await read(ref, {until: middle});
		expect(earlier.map(stampOf).at(-1)).toBe(middle);
		const oldest = stampOf(earlier[0]);
		expect(earlier.filter(line => stampOf(line) > oldest)).toEqual(
			lines.filter(line => stampOf(line) > oldest && stampOf(line) <= middle),
		);
	});

	test('tail counts from the end of the log, also where until leaves the end out', async ({
		skip,
	}) => {
		const ref = await contract.cast.ended();
		const lines = await read(ref);
		const last = stampOf(lines.at(-1));
		const before = lines.findLast(line => stampOf(line) < last);
		if (before === undefined) return skip('all was written within one tick of its clock');
		const later = lines.filter(line => stampOf(line) === last).length;
		// Of Podman all is asked, because its own tail joins pieces wrongly.
		expect((await read(ref, {until: stampOf(before), tail: later + 1})).at(-1)).toEqual(before);
	});

	test('the whole log of one that ended can be read, and ends', async () => {
		const ref = await contract.cast.ended();
		const lines = await read(ref);
		expect(lines.length).toBeGreaterThan(1);
		expect(await read(ref, {follow: true})).toEqual(lines);
	});

	test('following gives what is written from then on, in order', async () => {
		const ref = await contract.cast.talker();
		const before = await until(async () => {
			const found = await read(ref);
			return found.length > 0 && found;
		}, 'the first lines');
		const {lines} = await follow(ref);
		await until(() => lines.length >= 4, 'four new lines');
		const stamps = lines.map(stampOf);
		expect(stamps).toEqual([...stamps].sort());
		// By what was said too, for Podman stamps whole seconds.
		const said = new Set(lines.map(line => JSON.stringify(line)));
		expect(before.filter(line => said.has(JSON.stringify(line)))).toEqual([]);
	});

	test('following a silent container is accepted at once', async () => {
		const {lines} = await follow(await contract.cast.idle());
		expect(lines).toEqual([]);
	});

	test('an abort ends following quietly and frees the socket', async () => {
		const ref = await contract.cast.talker();
		const before = openSockets();
		const controller = new AbortController();
		const streams = await Promise.all(
			Array.from({length: 5}, () => follow(ref, controller.signal)),
		);
		await until(() => streams.every(({lines}) => lines.length > 0), 'lines on each stream');
		controller.abort();
		await Promise.all(streams.map(({ended}) => ended));
		await until(() => openSockets() <= before, 'the sockets to be closed');
	});

	test('a reader that leaves early frees the socket too', async () => {
		const ref = await contract.cast.talker();
		const before = openSockets();
		for await (const _batch of await open(ref, {follow: true})) break;
		await until(() => openSockets() <= before, 'the socket to be closed');
	});

	test('following ends when the container stops', async () => {
		const ref = await contract.cast.talker();
		const {ended} = await follow(ref);
		await contract.engine.act(ref, {verb: 'kill'}, contract.signal);
		await ended;
	});

	test('a terminal has one stream, and no stamps are left in the text', async () => {
		const ref = await contract.cast.terminal();
		const {tty} = await contract.engine.inspect(ref, contract.signal);
		expect(tty).toBe(true);
		const lines = await until(async () => {
			const found = await read(ref, {tty});
			return found.length > 0 && found;
		}, 'a line');
		for (const line of lines) {
			expect(line).toMatchObject({kind: 'line', stream: 'stdout'});
			expect(line.atMillis).toBeGreaterThan(0);
			expect(line.kind === 'line' && line.text).not.toMatch(/\r|\n|\d{4}-\d\d-\d\dT\d\d:\d\d/);
		}
	});

	test('a driver that cannot be read says so', async () => {
		const ref = await contract.cast.mute();
		await expect(open(ref, {follow: true})).rejects.toMatchObject({
			kind: 'unsupported',
			// Docker's words, Podman's.
			message: expect.stringMatching(/does not support reading|cannot read logs/),
		});
	});

	test('an unknown container is not found', async () => {
		const ref = unknownRef(await contract.cast.ended());
		await expect(open(ref, {follow: true})).rejects.toMatchObject({kind: 'not-found'});
	});
};
