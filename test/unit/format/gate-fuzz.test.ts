import process from 'node:process';
import {expect, test} from 'vitest';
import {faultsOf} from '../../../scripts/lib/gate-faults.ts';
import {rollOf} from '../../../scripts/lib/roll.ts';
import {spitefulText} from '../../../scripts/lib/spiteful-text.ts';

// Promise P8: a million of them are tried by `npm run fuzz`, the same first ones here.

test('hostile strings leave the gate harmless, unchanged by a second cleaning, and in the width that was counted', () => {
	const count = process.env['CI'] ? 50_000 : 10_000;
	for (let number = 0; number < count; number++) {
		const text = spitefulText(rollOf(1, number));
		expect(faultsOf(text), `npm run fuzz -- --seed 1 --from ${number} --count 1`).toEqual([]);
	}
});

test('the strings are as spiteful as they are meant to be', () => {
	const all = Array.from({length: 5000}, (_, number) => spitefulText(rollOf(2, number)));
	const text = all.join('');
	for (const wanted of [
		/\ud800(?![\udc00-\udfff])|(?<![\ud800-\udbff])\udc00/,
		/[\u0080-\u009f]/,
		/\p{M}{500}/u,
		/(?:\u200d[^\u200d]{1,8}){50}/,
		/[\u202a-\u202e\u2066-\u2069]/,
		/\u001b\[[\d;:?> !]{1000}/,
		/\0/,
	])
		expect(text).toMatch(wanted);
	expect(new Set(all).size).toBeGreaterThan(4000);
});
