import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {loadProgram} from '../../source/load-program.ts';

const starter = {killGuard: undefined, onStarted() {}};

let root: string;
let folder: string;

beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), 'dockmon-program-'));
	folder = mkdtempSync(path.join(root, 'cache-'));
});
afterEach(() => rmSync(root, {recursive: true}));

/** A program as the build makes it, whose `main` resolves with that. */
const program = (digest: string, result: string): string => {
	const file = path.join(root, 'dockmon.js');
	const text = `(function(module,require,importMeta){module.exports={main:async()=>${result}}})`;
	writeFileSync(file, `// ${digest}\n${text}`);
	return file;
};

const kept = (): readonly string[] =>
	readdirSync(folder).map(name => name.replace(`${process.version}-${process.arch}-`, ''));

test('runs the program with what it may ask for', async () => {
	const file = program('aa', '[require("node:path").sep,importMeta.dirname,importMeta.url]');
	const {main} = loadProgram(file, {folder, kind: 'print'});
	expect(await main([], starter)).toEqual(['/', root, `file://${root}/dockmon.js`]);
});

test('keeps its code by kind of start and by build', async () => {
	await loadProgram(program('aa', '1'), {folder, kind: 'print'}).keepCode();
	await loadProgram(program('aa', '1'), {folder, kind: 'screen'}).keepCode();
	// As long as the other, which is all that V8 would look at.
	const other = loadProgram(program('bb', '2'), {folder, kind: 'print'});
	expect(await other.main([], starter)).toBe(2);
	await other.keepCode();
	expect(kept().toSorted()).toEqual(['print-aa.code', 'print-bb.code', 'screen-aa.code']);
});

test('keeps nothing once there is something, whatever the heap was told meanwhile', async () => {
	const file = program('aa', '1');
	v8.setFlagsFromString('--semi-space-growth-factor=1');
	await loadProgram(file, {folder, kind: 'screen'}).keepCode();
	const [name = ''] = readdirSync(folder);
	const again = loadProgram(file, {folder, kind: 'screen'});
	rmSync(path.join(folder, name));
	await again.keepCode();
	expect(kept()).toEqual([]);
});

test('a start of no kind keeps nothing, and runs where there is no folder', async () => {
	await loadProgram(program('aa', '1'), {folder, kind: undefined}).keepCode();
	const {main, keepCode} = loadProgram(program('aa', '1'), {folder: undefined, kind: 'screen'});
	await keepCode();
	expect(await main([], starter)).toBe(1);
	expect(kept()).toEqual([]);
});

test('says so where a file is no program', () => {
	const file = path.join(root, 'dockmon.js');
	writeFileSync(file, '(function(){})');
	expect(() => loadProgram(file, {folder, kind: 'print'})).toThrow('is not the program');
});
