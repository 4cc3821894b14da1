import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {readCode, writeCode} from '../../source/code-cache.ts';

let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'dockmon-code-'));
	file = path.join(folder, 'screen.code');
});
afterEach(() => rmSync(folder, {recursive: true}));

const code = Buffer.from('compiled');

test('what was kept is read again, and is for its owner alone', () => {
	writeCode(file, code);
	expect(readCode(file)).toEqual(code);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder)).toEqual(['screen.code']);
});

test('a file that is damaged or cut anywhere is none, for V8 would crash over it', () => {
	writeCode(file, code);
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

test('there is none where there is no file', () => {
	expect(readCode(file)).toBeUndefined();
});

test('where it cannot be written nothing is left behind, and nothing is thrown', () => {
	writeCode(path.join(folder, 'gone', 'screen.code'), code);
	expect(readdirSync(folder)).toEqual([]);
});

test('nothing is written through a link that was laid in its way', () => {
	const other = path.join(folder, 'other');
	writeFileSync(other, 'mine');
	symlinkSync(other, file);
	symlinkSync(other, `${file}.${process.pid}`);
	writeCode(file, code);
	expect(readFileSync(other, 'utf8')).toBe('mine');
});
