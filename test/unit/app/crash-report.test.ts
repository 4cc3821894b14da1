import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {crashReport, writeCrashReport} from '../../../source/app/crash-report.ts';
import {lastWords} from '../../../source/app/last-words.ts';
import {startMillis} from '../../helpers/builders.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'dockmon-crash-'));
});

afterEach(() => rmSync(folder, {recursive: true, force: true}));

const facts = {dockmon: '1.2.3', engine: '20.10.24'};
const report = (error: unknown, trail: readonly string[] = []): string =>
	crashReport(error, {atMillis: startMillis, facts, trail});

const lastWordsOf = (error: unknown, into = folder): readonly string[] =>
	lastWords(error, {
		...{folder: into, now: () => startMillis},
		engine: () => '20.10.24',
		trail: () => ['overlay/opened help'],
	});

test('tells what, where, with which versions and after what', () => {
	const text = report(new TypeError('no such row'), ['view/chosen', 'overlay/opened help']);
	expect(text).toContain('TypeError: no such row');
	expect(text).toContain('crash-report.test.ts');
	expect(text).toMatch(/dockmon: +1\.2\.3\nengine: +20\.10\.24/);
	expect(text).toContain('  view/chosen\n  overlay/opened help\n');
});

test('tells of causes, also where one causes itself', () => {
	const cause: Error = new Error('the socket closed');
	cause.cause = cause;
	const text = report(new Error('no list', {cause}));
	expect(text).toContain('caused by:\nError: the socket closed');
	expect(text.split('caused by:')).toHaveLength(5);
});

test('says something about what is no error', () => {
	expect(report('a text')).toContain('a text');
	expect(report(undefined)).toContain('undefined');
});

test('holds no secret and nothing that would control a terminal', () => {
	const text = report(
		new Error(
			'postgres://shop:hunter2secret@db/shop \u001B]52;c;aGk=\u0007 API_TOKEN=abcdef123456',
		),
	);
	expect(text).not.toContain('hunter2secret');
	expect(text).not.toContain('abcdef123456');
	expect(text).not.toMatch(/[\0-\u0009\u000B-\u001F]/);
});

test('is written for the user alone, and never over another one', () => {
	const file = writeCrashReport(path.join(folder, 'new'), 'text', startMillis);
	expect(readFileSync(file, 'utf8')).toBe('text');
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
	const next = writeCrashReport(path.dirname(file), 'of the same second', startMillis);
	expect(readFileSync(next, 'utf8')).toBe('of the same second');
	expect(readFileSync(file, 'utf8')).toBe('text');
	expect([next, file].sort()).toEqual([file, next]);
});

test('faults that come one upon the other in a second do not fill the disk', () => {
	for (let count = 0; count < 10; count++) writeCrashReport(folder, `${count}`, startMillis);
	expect(() => writeCrashReport(folder, 'one more', startMillis)).toThrow('EEXIST');
	expect(readdirSync(folder)).toHaveLength(10);
});

test('the newest ten stay, and what is not a report is left alone', () => {
	writeFileSync(path.join(folder, 'state.json'), '{}');
	for (let second = 0; second < 12; second++)
		writeCrashReport(folder, `${second}`, startMillis + second * 1000);
	const names = readdirSync(folder).sort();
	expect(names).toHaveLength(11);
	expect(readFileSync(path.join(folder, names[0] ?? ''), 'utf8')).toBe('2');
	expect(names).toContain('state.json');
});

test('the user reads two plain lines: what happened, and where the report is', () => {
	const [what, where = '', ...more] = lastWordsOf(new Error('no such row'));
	expect(what).toBe('dockmon stopped by a fault of its own: no such row');
	const [name = ''] = readdirSync(folder);
	expect(where).toContain(path.join(folder, name));
	expect(more).toEqual([]);
});

test('a report that cannot be written is no second fault', () => {
	const file = path.join(folder, 'file');
	writeFileSync(file, '');
	expect(lastWordsOf(new Error('no such row'), file)[1]).toMatch(
		/dockmon --version.*no report could be written: E/,
	);
});

test('lets nothing through that would control the terminal, and no endless text', () => {
	const [what = ''] = lastWordsOf(
		new Error(`\u001B]52;c;aGk=\u0007${'x'.repeat(5000)}\n\u001B[2J`),
	);
	expect(what).not.toMatch(/[\0-\u001F]/);
	expect(what.length).toBeLessThan(600);
});

test('says something about an error without a message', () => {
	expect(lastWordsOf(new TypeError())[0]).toContain('TypeError');
});
