import {execFile, execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {v8Flags} from '../../source/v8-flags.ts';

const file = path.join(import.meta.dirname, '../../source/v8-flags.ts');

/** Fills a list as long as a big engine's, and tells how big the space for young objects was. */
const program = (first: string): string => `
import v8 from 'node:v8';
${first}
const young = () => v8.getHeapSpaceStatistics().find(space => space.space_name === 'new_space').space_size;
let most = 0;
let kept = [];
for (let round = 0; round < 400; round++) {
	for (let index = 0; index < 5000; index++) kept.push({index, names: [String(index)]});
	if (round % 80 === 79) kept = [];
	await new Promise(setImmediate);
	most = Math.max(most, young());
}
console.log(most);`;

const mostYoungBytes = async (first: string): Promise<number> => {
	const args = ['--input-type=module', '--eval', program(first)];
	return Number((await promisify(execFile)(process.execPath, args)).stdout);
};

test('the space for young objects stays small while a long list is read', async () => {
	const limit = `const {limitHeap} = await import(${JSON.stringify(file)});\nawait limitHeap();`;
	const [free, limited] = [await mostYoungBytes(''), await mostYoungBytes(limit)];
	expect(limited).toBeLessThanOrEqual(34e6);
	// Else the test would prove nothing.
	expect(free).toBeGreaterThan(limited);
});

// One that V8 does not know is complained about on the screen.
test.each(v8Flags)('V8 knows %s', flag => {
	const name = flag.replace(/=.*/, '').replace('--no-', '--');
	expect(execFileSync(process.execPath, ['--v8-options'], {encoding: 'utf8'})).toContain(
		`${name} `,
	);
});
