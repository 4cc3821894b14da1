import {expect} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {localHost} from '../../source/model/ids.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import {LogPosition} from '../../source/sync/log-position.ts';
import type {ContainerOptions, RealEngine} from '../helpers/docker.ts';
import {type Exceptions, testUnless} from './exceptions.ts';

/** Logs that need a script of their own, so that only a real engine can show them. */
export const realLogCases = (real: RealEngine, exceptions: Exceptions = {}): void => {
	const test = testUnless(exceptions);

	/** Runs a script to its end and returns all it wrote. */
	const linesOf = async (script: string, options: ContainerOptions = {}): Promise<LogLine[]> => {
		const engine = createDockerEngine(real.endpoint, localHost);
		const {signal} = new AbortController();
		await engine.connect(signal);
		const ref = await real.run(script, options);
		const tty = options.tty ?? false;
		const lines: LogLine[] = [];
		for await (const batch of await engine.logs(ref, {follow: true, tail: 10_000, tty}, signal))
			lines.push(...batch);
		engine.dispose();
		return lines;
	};

	const texts = (lines: readonly LogLine[]): string[] =>
		lines.map(line => (line.kind === 'line' ? line.text : `gap: ${line.reason}`));

	test('letters of every script', async () => {
		expect(texts(await linesOf("echo 'grüße 漢字 😀'"))).toEqual(['grüße 漢字 😀']);
	});

	test('bytes that are no text do not break the lines', async () => {
		const script = 'printf "a\\000b\\377c\\033[31mred\\n"; printf "next\\n"';
		for (const logDriver of ['json-file', 'local'] as const)
			expect(texts(await linesOf(script, {logDriver}))).toEqual([
				'a\u0000b\uFFFDc\u001B[31mred',
				'next',
			]);
	});

	test('a log that is a JSON value stays a text', async () => {
		expect(texts(await linesOf('echo 42', {tty: true}))).toEqual(['42']);
	});

	test('stdout and stderr, line by line', async () => {
		// The engine reads them apart: on a busy machine it takes what is written soon after in any order.
		const script = 'for i in 1 2 3; do echo o$i; sleep 0.1; echo e$i >&2; sleep 0.1; done';
		const lines = await linesOf(script);
		expect(lines.map(line => line.kind === 'line' && `${line.stream} ${line.text}`)).toEqual([
			'stdout o1',
			'stderr e1',
			'stdout o2',
			'stderr e2',
			'stdout o3',
			'stderr e3',
		]);
	});

	test('the last line without a newline', async () => {
		expect(texts(await linesOf('echo one; printf two'))).toEqual(['one', 'two']);
	});

	const barCases = [
		['of a progress bar the last state', 'printf "1%%\\r2%%\\r3%%\\r\\nnext\\n"'],
		[
			'of a progress bar that grows the last state',
			'for i in 1 2 3; do printf "%s%%\\r" $i; sleep 0.05; done; echo; echo next',
		],
	] as const;
	for (const [title, script] of barCases)
		test(title, async () => {
			expect(texts(await linesOf(script))).toEqual(['3%', 'next']);
			expect(texts(await linesOf(script, {tty: true}))).toEqual(['3%', 'next']);
		});

	for (const tty of [false, true])
		test(`a line of 40 kB in one piece (terminal: ${tty})`, async () => {
			const script = 'head -c 40000 /dev/zero | tr "\\000" x; echo; echo next';
			const lengths = texts(await linesOf(script, {tty})).map(text => text.length);
			expect(lengths).toEqual([40_000, 4]);
		});

	for (const tty of [false, true])
		test(`a line of 100 kB cut at 64 KiB (terminal: ${tty})`, async () => {
			const script = 'head -c 100000 /dev/zero | tr "\\000" x; echo; echo next';
			const [long, next] = await linesOf(script, {tty});
			expect(texts(long ? [long] : [])[0]?.length).toBe(65_536);
			expect(long).toHaveProperty('cutBytes', 100_000 - 65_536);
			expect(next).toMatchObject({text: 'next'});
		});

	test('ten thousand lines, none lost, none twice', async () => {
		const lines = texts(await linesOf('i=0; while [ $i -lt 10000 ]; do i=$((i+1)); echo $i; done'));
		expect(lines).toEqual(Array.from({length: 10_000}, (_, index) => String(index + 1)));
	});

	test('a stream that is cut again and again: none lost, none twice', async () => {
		const {signal} = new AbortController();
		const engine = createDockerEngine(real.endpoint, localHost);
		await engine.connect(signal);
		const ref = await real.run(
			'until [ -e /go ]; do sleep 0.1; done; i=0; while [ $i -lt 300 ]; do i=$((i+1)); echo $i; sleep 0.01; done',
		);
		const position = new LogPosition();
		const lines: LogLine[] = [];
		for (let round = 0; round < 20 && lines.length < 300; round++) {
			const cut = new AbortController();
			const since = position.resume();
			const resume = {follow: true, tail: 5000, tty: false, ...(since !== undefined && {since})};
			const goal = lines.length + 40;
			const batches = await engine.logs(ref, resume, cut.signal);
			// From the first line on: Podman loses what is written while it opens a log with a tail.
			if (round === 0)
				await engine.exec(ref, {argv: ['touch', '/go'], columns: 80, rows: 24}, signal);
			for await (const batch of batches) {
				lines.push(...position.take(batch));
				if (lines.length >= goal) cut.abort();
			}
		}
		expect(texts(lines)).toEqual(Array.from({length: 300}, (_, index) => String(index + 1)));
		engine.dispose();
	});
};
