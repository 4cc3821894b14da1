import {
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {pruneCache} from '../../../source/app/prune-cache.ts';

const dayMillis = 24 * 3600 * 1000;
const now = Date.UTC(2026, 10, 26);

let cache: string;

beforeEach(() => {
	cache = mkdtempSync(path.join(tmpdir(), 'dockmon-cache-'));
});
afterEach(() => rmSync(cache, {recursive: true, force: true}));

const aged = (file: string, days: number): void => {
	const seconds = (now - days * dayMillis) / 1000;
	utimesSync(file, seconds, seconds);
};

const current = 'v24.11.0-x64-48203728-0';
const gone = 'v22.12.0-x64-0a1b2c3d-0';

const compiled = (folder: string, name: string, days: number): string => {
	mkdirSync(path.join(cache, folder), {recursive: true});
	const file = path.join(cache, folder, name);
	writeFileSync(file, 'code');
	aged(file, days);
	return file;
};

/** As it was left the last time. */
const prune = async (days = 8): Promise<void> => {
	aged(cache, days);
	await pruneCache(cache, now);
};

test('what nobody has used for thirty days goes, with the folder that it leaves empty', async () => {
	compiled(gone, '011df44a', 31);
	compiled(gone, '02bb44cd', 200);
	const old = compiled(current, 'aa11bb22', 31);
	const unfinished = compiled(current, 'aa11bb22.x7Yz12', 31);
	const used = compiled(current, 'cc33dd44', 29);
	await prune();
	expect(existsSync(path.join(cache, gone))).toBe(false);
	expect([old, unfinished, used].filter(existsSync)).toEqual([used]);
});

test('one that was only read lately stays', async () => {
	const file = compiled(current, 'aa11bb22', 31);
	utimesSync(file, now / 1000 - 60, (now - 31 * dayMillis) / 1000);
	await prune();
	expect(existsSync(file)).toBe(true);
});

test('it looks once a week, also after a clock that was wrong', async () => {
	const file = compiled(current, 'aa11bb22', 31);
	await prune(6);
	expect(existsSync(file)).toBe(true);
	await prune(-30);
	expect(existsSync(file)).toBe(false);
	const later = compiled(current, 'aa11bb22', 31);
	aged(cache, 0);
	await pruneCache(cache, now + 6 * dayMillis);
	expect(existsSync(later)).toBe(true);
});

describe('it leaves alone', () => {
	test('what is called otherwise', async () => {
		const mine = compiled('v24-notes', '011df44a', 300);
		const notes = compiled(current, 'notes.txt', 300);
		const beside = path.join(cache, '011df44a');
		writeFileSync(beside, '');
		aged(beside, 300);
		await prune();
		expect([mine, notes, beside].filter(existsSync)).toEqual([mine, notes, beside]);
	});

	test('what is behind a link, and the link', async () => {
		const elsewhere = mkdtempSync(path.join(tmpdir(), 'dockmon-elsewhere-'));
		const file = path.join(elsewhere, '011df44a');
		writeFileSync(file, '');
		aged(file, 300);
		symlinkSync(elsewhere, path.join(cache, gone));
		mkdirSync(path.join(cache, current));
		symlinkSync(file, path.join(cache, current, '02bb44cd'));
		await prune();
		expect(existsSync(file)).toBe(true);
		expect(readdirSync(cache).toSorted()).toEqual([gone, current]);
		expect(readdirSync(path.join(cache, current))).toEqual(['02bb44cd']);
		rmSync(elsewhere, {recursive: true});
	});

	test.runIf(process.getuid?.() === 0)('what belongs to somebody else', async () => {
		const theirs = compiled(current, '011df44a', 300);
		chownSync(theirs, 65_534, 65_534);
		const inTheirs = compiled(gone, '011df44a', 300);
		chownSync(path.join(cache, gone), 65_534, 65_534);
		await prune();
		expect([theirs, inTheirs].filter(existsSync)).toEqual([theirs, inTheirs]);
	});
});
