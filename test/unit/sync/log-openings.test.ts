import {expect, test} from 'vitest';
import {LogOpenings} from '../../../source/sync/log-openings.ts';
import {keyOf} from '../../helpers/builders.ts';
import {FakeClock} from '../../helpers/fake-clock.ts';

const begin = () => {
	const clock = new FakeClock();
	const life = new AbortController();
	const openings = new LogOpenings({clock, signal: life.signal});
	const goOn: (() => void)[] = [];
	const open = (name: string): Promise<void> =>
		openings.run(
			keyOf(name),
			() =>
				new Promise(resolve => {
					goOn.push(resolve);
				}),
		);
	return {clock, life, goOn, open, openings};
};

test('of a hundred a few are opened at a time', async () => {
	const {clock, goOn, open} = begin();
	const all = Array.from({length: 100}, (_, index) => open(`c${index}`));
	await clock.advance(0);
	expect(goOn).toHaveLength(8);
	for (let index = 0; index < 100; index++) {
		goOn[index]?.();
		await clock.advance(0);
	}
	await Promise.all(all);
	expect(goOn).toHaveLength(100);
});

test('those that hang do not hold up the rest', async () => {
	const {clock, goOn, open} = begin();
	for (let index = 0; index < 100; index++) void open(`c${index}`);
	await clock.advance(0);
	let opened = 8;
	// The first eight never answer.
	for (let round = 0; round < 400 && goOn.length < 100; round++) {
		await clock.advance(300);
		for (; opened < goOn.length; opened++) goOn[opened]?.();
	}
	expect(goOn).toHaveLength(100);
});

test('an opening that fails fails for whoever asked, and makes room', async () => {
	const {openings} = begin();
	for (let index = 0; index < 20; index++)
		await expect(
			openings.run(keyOf('a'), () => Promise.reject(new Error('no log'))),
		).rejects.toThrow('no log');
	expect(await openings.run(keyOf('b'), async () => 1)).toBe(1);
});
