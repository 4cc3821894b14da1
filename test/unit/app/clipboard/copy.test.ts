import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {copyText} from '../../../../source/app/clipboard/copy.ts';
import type {CopyPlan, CopyProgram} from '../../../../source/app/clipboard/plan.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-clipboard-'));
});
afterAll(async () => {
	await rm(folder, {recursive: true});
});

const copying = async (plan: CopyPlan, text = 'some text') => {
	const written: string[] = [];
	const result = await copyText(text, plan, sequence => written.push(sequence));
	return {result, written};
};

const taker = (name: string): CopyProgram => ['sh', '-c', `cat > "$0"`, join(folder, name)];
const missing: CopyProgram = ['no-such-program-anywhere'];
const failing: CopyProgram = ['sh', '-c', 'exit 1'];

test('the first program that can takes it, and the terminal too', async () => {
	const plan: CopyPlan = {programs: [missing, failing, taker('a'), taker('b')], terminal: 'plain'};
	const {result, written} = await copying(plan);
	expect(result).toEqual({program: 'sh', isSentToTerminal: true});
	expect(await readFile(join(folder, 'a'), 'utf8')).toBe('some text');
	await expect(readFile(join(folder, 'b'))).rejects.toThrow('ENOENT');
	expect(written).toHaveLength(1);
});

test('under tmux the terminal is asked only where tmux did not take it', async () => {
	const done = await copying({programs: [taker('c')], terminal: 'otherwise'});
	expect(done).toMatchObject({result: {isSentToTerminal: false}, written: []});
	const not = await copying({programs: [failing], terminal: 'otherwise'});
	expect(not.result).toEqual({isSentToTerminal: true});
	expect(not.written).toHaveLength(1);
});

test('a program that does not read is no trouble', async () => {
	const plan: CopyPlan = {programs: [['true']], terminal: 'plain'};
	const {result} = await copying(plan, 'x'.repeat(1_000_000));
	expect(result.isSentToTerminal).toBe(false);
});

test('too long for the terminal, and no program: it went nowhere', async () => {
	const {result, written} = await copying({programs: [], terminal: 'plain'}, 'x'.repeat(100_000));
	expect([result, written]).toEqual([{isSentToTerminal: false}, []]);
});
