import {
	chownSync,
	lutimesSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {pruneCode, readCode, writeCode} from '../../source/code-cache.ts';

let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'dockmon-code-'));
	file = path.join(folder, 'screen.code');
});
afterEach(() => rmSync(folder, {recursive: true}));

const code = Buffer.from('compiled');

test('what was kept is read again, and is for its owner alone', async () => {
	await writeCode(file, code);
	expect(readCode(file)).toEqual(code);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder)).toEqual(['screen.code']);
});

test('a file that is damaged or cut anywhere is none, for V8 would crash over it', async () => {
	await writeCode(file, code);
	const kept = readFileSync(file);
	for (const at of kept.keys()) {
		const damaged = Buffer.from(kept);
		damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
		writeFileSync(file, damaged);
		expect(readCode(file)).toBeUndefined();
		writeFileSync(file, kept.subarray(0, at));
		expect(readCode(file)).toBeUndefined();
	}
});

test('there is none where there is no file', async () => {
	expect(readCode(file)).toBeUndefined();
});

test('where it cannot be written nothing is left behind, and nothing is thrown', async () => {
	await writeCode(path.join(folder, 'gone', 'screen.code'), code);
	expect(readdirSync(folder)).toEqual([]);
});

test('nothing is written through a link that was laid in its way', async () => {
	const other = path.join(folder, 'other');
	writeFileSync(other, 'mine');
	symlinkSync(other, file);
	symlinkSync(other, `${file}.${process.pid}`);
	await writeCode(file, code);
	expect(readFileSync(other, 'utf8')).toBe('mine');
});

describe('what nobody has used for thirty days', () => {
	const dayMillis = 24 * 3600 * 1000;
	const now = Date.UTC(2026, 10, 26);

	/** Returns its name. */
	const lies = (name: string, changedDays: number, readDays = changedDays): string => {
		const secondsBefore = (days: number): number => (now - days * dayMillis) / 1000;
		writeFileSync(path.join(folder, name), 'code');
		utimesSync(path.join(folder, name), secondsBefore(readDays), secondsBefore(changedDays));
		return name;
	};

	test('goes, also where it was never finished', async () => {
		lies('screen-v24.1.0-x64-0a1b.code', 31);
		lies('demo-engine-v22.1.0-arm64-0a1b.code.77', 200);
		const used = [
			lies('print-v24.1.0-x64-0a1b.code', 29),
			lies('logs-v24.1.0-x64-0a1b.code', 31, 1),
		];
		await pruneCode(folder, now);
		expect(readdirSync(folder).toSorted()).toEqual(used.toSorted());
	});

	test('stays where it is called otherwise, is a link, or belongs to somebody else', async () => {
		const notes = lies('notes.code', 300);
		const theirs = lies('screen-v20.1.0-x64-0a1b.code', 300);
		if (process.getuid?.() === 0) chownSync(path.join(folder, theirs), 65_534, 65_534);
		else rmSync(path.join(folder, theirs));
		symlinkSync(path.join(folder, notes), path.join(folder, 'print-v20.1.0-x64-0a1b.code'));
		lutimesSync(path.join(folder, 'print-v20.1.0-x64-0a1b.code'), 0, 0);
		const before = readdirSync(folder);
		await pruneCode(folder, now);
		expect(readdirSync(folder)).toEqual(before);
	});

	test('is no reason to fail where there is no folder', async () => {
		await expect(pruneCode(path.join(folder, 'gone'), now)).resolves.toBeUndefined();
	});
});
