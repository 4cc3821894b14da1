import process from 'node:process';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {StrayOutput} from '../../../source/app/stray-output.ts';

let told: string[];
let stray: StrayOutput;

beforeEach(() => {
	told = [];
	stray = new StrayOutput(line => void told.push(line));
	vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
	stray.release();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

const withTerminal = (isTTY: boolean): void =>
	void vi.spyOn(process.stderr, 'isTTY', 'get').mockReturnValue(isTTY);

/** Node emits warnings in the next tick. */
const warn = async (text: string): Promise<void> => {
	process.emitWarning(text);
	await new Promise(resolve => setImmediate(resolve));
};

Object.defineProperty(process.stderr, 'isTTY', {get: () => true, configurable: true});

test('tells each different text once, by its first line', async () => {
	withTerminal(true);
	stray.catch();
	console.log('%s of %d', 'one', 2);
	console.error('one of 2');
	process.stderr.write('\ndebug: x\n  more\n');
	await warn('old thing');
	expect(told).toEqual(['one of 2', 'debug: x', 'Warning: old thing']);
});

test('tells no more than a few of a library that complains without rest', () => {
	withTerminal(true);
	stray.catch();
	for (let count = 0; count < 1000; count++) process.stderr.write(`complaint ${count}\n`);
	expect(told).toHaveLength(20);
});

test('tells a writer that waits that it is done', async () => {
	withTerminal(true);
	stray.catch();
	await new Promise<void>(resolve => process.stderr.write('x', () => resolve()));
	expect(told).toEqual(['x']);
});

test('gives everything back as it was', () => {
	withTerminal(true);
	const before = {console, write: process.stderr.write, listeners: process.listeners('warning')};
	stray.catch();
	stray.catch();
	stray.release();
	stray.release();
	expect(console).toBe(before.console);
	expect(process.stderr.write).toBe(before.write);
	expect(process.listeners('warning')).toEqual(before.listeners);
});

test('leaves alone what goes to a file', async () => {
	withTerminal(false);
	const listeners = process.listeners('warning');
	const {write} = process.stderr;
	stray.catch();
	expect(process.stderr.write).toBe(write);
	expect(process.listeners('warning')).toEqual(listeners);
	console.log('over the screen');
	expect(told).toEqual(['over the screen']);
});
