import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {copyIn, surveyCopyIn} from '../../../../source/app/files/copy-in.ts';
import type {EngineFiles} from '../../../../source/engine/engine-files.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {refOf} from '../../../helpers/builders.ts';
import {FakeFiles} from '../../../helpers/fake-files.ts';

// What this machine may do to a copy that is on its way into a container.

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dockmon-local-'));
	mkdirSync(join(folder, 'site'));
	writeFileSync(join(folder, 'site/a'), 'hello');
	writeFileSync(join(folder, 'site/b'), 'x'.repeat(200_000));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const {signal} = new AbortController();
const nothing = (): void => undefined;
const placeOf = (files: EngineFiles, name = 'site') => ({
	...{files, ref: refOf('api'), from: join(folder, name), folder: '/srv'},
});
const into = (files: EngineFiles, name = 'site') =>
	copyIn({...placeOf(files, name), onTotal: nothing, onProgress: nothing}, signal);
const survey = (name = 'site', files: EngineFiles = new FakeFiles()) =>
	surveyCopyIn(placeOf(files, name), signal);

/** Does something when the engine begins to read, before it has any of it. */
class Meddling extends FakeFiles {
	readonly #meddle: () => void;

	constructor(meddle: () => void) {
		super();
		this.#meddle = meddle;
	}

	override async write(...given: Parameters<FakeFiles['write']>): Promise<void> {
		this.#meddle();
		await super.write(...given);
	}
}

/** Root may read everything. */
const asNobody = async (use: () => Promise<void>): Promise<void> => {
	const own = process.geteuid?.();
	chmodSync(folder, 0o755);
	if (own === 0) process.seteuid?.(65_534);
	try {
		await use();
	} finally {
		if (own === 0) process.seteuid?.(0);
	}
};

describe('what may not be read', () => {
	test.each([
		['a file in it', 'site/a'],
		['a folder in it', 'site/closed'],
	])('%s: nothing arrives, and it is named', async (_what, name) => {
		mkdirSync(join(folder, 'site/closed'));
		chmodSync(join(folder, name), 0);
		const files = new FakeFiles();
		await asNobody(async () => {
			await expect(into(files)).rejects.toMatchObject({code: 'EACCES', path: join(folder, name)});
		});
		expect(files.written).toEqual([]);
		chmodSync(join(folder, name), 0o700);
	});

	test('a folder that cannot be looked through is told before the question', async () => {
		mkdirSync(join(folder, 'site/closed'));
		chmodSync(join(folder, 'site/closed'), 0);
		await asNobody(async () => {
			await expect(survey()).rejects.toMatchObject({code: 'EACCES'});
		});
	});
});

describe('what changes while it is copied', () => {
	test.each<[string, () => void, RegExp]>([
		['goes', () => rmSync(join(folder, 'site/b')), /site\/b has gone while it was copied/],
		['becomes shorter', () => truncateSync(join(folder, 'site/b'), 70_000), /become shorter/],
		[
			'becomes a link',
			() => {
				rmSync(join(folder, 'site/b'));
				symlinkSync('/etc/passwd', join(folder, 'site/b'));
			},
			/site\/b has changed while it was copied/,
		],
		[
			'is exchanged',
			() => {
				writeFileSync(join(folder, 'other'), 'x'.repeat(200_000));
				renameSync(join(folder, 'other'), join(folder, 'site/b'));
			},
			/site\/b has changed while it was copied/,
		],
	])('%s: it fails, and says so', async (_how, meddle, words) => {
		await expect(into(new Meddling(meddle))).rejects.toThrow(words);
	});

	test('grows: exactly what was announced is sent', async () => {
		const files = new Meddling(() => writeFileSync(join(folder, 'site/b'), 'y'.repeat(300_000)));
		// The fake keeps nothing; the engine's own words follow when it is looked for.
		await expect(into(files)).rejects.toMatchObject({kind: 'not-found'});
		expect(files.written[0]?.bytes.length).toBeLessThan(210_000);
	});
});

test('links are left out, so that a circle of them is none', async () => {
	symlinkSync('.', join(folder, 'site/round'));
	symlinkSync('there', join(folder, 'site/here'));
	symlinkSync('here', join(folder, 'site/there'));
	expect(await survey()).toMatchObject({files: 2, leftOut: 3, isWhole: true});
});

test('a path that leads in a circle is refused', async () => {
	symlinkSync('there', join(folder, 'here'));
	symlinkSync('here', join(folder, 'there'));
	await expect(survey('here/a')).rejects.toMatchObject({code: 'ELOOP'});
	await expect(survey('site/a/b')).rejects.toMatchObject({code: 'ENOTDIR'});
});

test('names that are no UTF-8 are left out, and the others copied', async () => {
	const name = Buffer.concat([Buffer.from(join(folder, 'site/')), Buffer.from([0xff, 0xfe])]);
	writeFileSync(name, 'odd');
	const files = new FakeFiles();
	expect(await survey('site', files)).toMatchObject({files: 2, leftOut: 1});
	await expect(into(files)).rejects.toMatchObject({kind: 'not-found'});
	expect(Buffer.from(files.written[0]?.bytes ?? []).includes('odd')).toBe(false);
	expect(Buffer.from(files.written[0]?.bytes ?? []).includes('site/b')).toBe(true);
});

test('a name that begins with a byte order mark keeps it', async () => {
	writeFileSync(join(folder, 'site/\u{feff}notes'), 'mine');
	const files = new FakeFiles();
	expect(await survey('site', files)).toMatchObject({files: 3, leftOut: 0});
	await expect(into(files)).rejects.toMatchObject({kind: 'not-found'});
	expect(Buffer.from(files.written[0]?.bytes ?? []).includes('site/\u{feff}notes')).toBe(true);
});

test('an engine without space says so in its own words', async () => {
	const full = new EngineError('internal', 'write /srv/site/b: no space left on device');
	const files = new FakeFiles();
	files.write = () => Promise.reject(full);
	await expect(into(files)).rejects.toBe(full);
});

describe('what is there', () => {
	test('a file may be replaced by a file, when that was asked', async () => {
		writeFileSync(join(folder, 'main.py'), 'mine');
		const files = new FakeFiles();
		const place = {...placeOf(files, 'main.py'), folder: '/app'};
		expect(await surveyCopyIn(place, signal)).toMatchObject({
			...{target: '/app/main.py', kind: 'file', bytes: 4},
			replaced: {kind: 'file', sizeBytes: 15},
		});
		const request = {...place, onTotal: nothing, onProgress: nothing};
		await expect(copyIn(request, signal)).rejects.toThrow(/already/);
		expect(files.written).toEqual([]);
		// What arrived is looked at: this fake keeps what was there.
		await expect(copyIn({...request, mayReplace: true}, signal)).rejects.toThrow(
			/is not what was sent/,
		);
		expect(files.written).toHaveLength(1);
	});

	test.each([
		['a folder by a file', 'static', false],
		['a folder by a folder', 'static', true],
		['a file by a folder', 'main.py', true],
	])('%s is never replaced', async (_what, name, isFolder) => {
		if (isFolder) mkdirSync(join(folder, name));
		else writeFileSync(join(folder, name), 'mine');
		const place = {...placeOf(new FakeFiles(), name), folder: '/app'};
		await expect(surveyCopyIn(place, signal)).rejects.toThrow(/already/);
	});
});
