import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeEach, describe, expect, test} from 'vitest';
import {drops, ShellRounds} from '../../scripts/lib/shell-rounds.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';

// Promise P14: whatever way dockmon is left, nothing of its shell is left in the container.
// `npm run shells` does so two hundred times.

const engine = await findRealEngine();
if (typeof engine === 'string') process.stderr.write(`dropped shells skipped: ${engine}\n`);

describe.skipIf(typeof engine === 'string')('leaves nothing in the container after', () => {
	const real = engine as RealEngine;
	const name = `drop${process.pid}`;
	const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-drops-'));
	let rounds: ShellRounds;

	beforeEach(async () => {
		await real.run('sleep 600', {name});
		rounds = new ShellRounds(name, path.join(folder, 'tmux'));
	});

	afterEach(async () => {
		await rounds.close();
		await real.cleanup();
	});

	afterAll(() => rmSync(folder, {recursive: true, force: true}));

	// The image of the tests knows no other user than root.
	test.each(drops.filter(drop => !drop.name.includes('another user')))('$name', async drop => {
		const {left, goneAfterMillis} = await rounds.drop(drop);
		expect(left).toEqual([]);
		expect(goneAfterMillis).toBeDefined();
	});
});
