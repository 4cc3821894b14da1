import {spawn} from 'node:child_process';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';

const script = path.join(import.meta.dirname, '../../scripts/chaos.ts');

const run = (...flags: readonly string[]): Promise<readonly [code: number | null, said: string]> =>
	new Promise(resolve => {
		const child = spawn(process.execPath, [script, ...flags], {stdio: ['ignore', 'pipe', 'pipe']});
		onTestFinished(() => void child.kill());
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data: Buffer) => {
				said += data.toString();
			});
		child.on('close', code => resolve([code, said]));
	});

// Seed 12 has once found something; `npm run chaos -- --seed N --steps N` plays others, and longer.
test('everything at once, in one process: nothing breaks, and all is well again', async () => {
	const [code, said] = await run('--seed', '12', '--seeds', '2', '--steps', '150', '--no-shrink');
	expect(code, said).toBe(0);
	expect(said).toMatch(/seed 13: ok/);
}, 300_000);

test('the built program lives through it in a terminal, and ends as it should', async () => {
	const [code, said] = await run('--pty', '--seed', '1', '--steps', '60');
	expect(code, said).toBe(0);
}, 300_000);
