import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Rota} from '../../../../source/engine/stats/rota.ts';
import {refOf, targetOf} from '../../../helpers/fake-stats-source.ts';

const watched = 1000;
const seldom = 5000;

const target = (id: string, isWatched = true) => targetOf(refOf(id), {isWatched});

/** Turns of each container between two instants, by the rota's own word on when to look again. */
const run = (
	rota: Rota,
	targets: () => readonly ReturnType<typeof target>[],
	from: number,
	until: number,
): Record<string, number[]> => {
	const turns: Record<string, number[]> = {};
	let now = from;
	while (now < until) {
		for (const {ref} of rota.take(targets(), now)) {
			turns[ref.id] = [...(turns[ref.id] ?? []), now];
		}
		now += Math.max(1, Math.min(250, rota.waitMillis(now)));
	}
	return turns;
};

const newRota = () => new Rota(isWatched => (isWatched ? watched : seldom));

test('a new container has its turn at once, its second soon, and then one an interval', () => {
	const turns = run(newRota(), () => [target('a0')], 100, 5000)['a0'] ?? [];
	expect(turns.slice(0, 2)).toEqual([100, 300]);
	expect(turns.slice(2)).toEqual([1000, 2000, 3000, 4000]);
});

test('all that are watched have their turns together, whenever they came', () => {
	const rota = newRota();
	run(rota, () => [target('a0')], 0, 2500);
	const turns = run(rota, () => [target('a0'), target('b1')], 2500, 6500);
	expect(turns['a0']).toEqual([3000, 4000, 5000, 6000]);
	expect(turns['b1']?.slice(-3)).toEqual([4000, 5000, 6000]);
});

test('what nobody looks at has its turn seldom, and not all at the same moment', () => {
	const ids = ['00', '01', '02', '03', '04'];
	const turns = run(newRota(), () => ids.map(id => target(id, false)), 0, 40_000);
	const later = ids.map(id => turns[id]?.filter(at => at >= 10_000 && at < 30_000) ?? []);
	for (const each of later) expect(each).toHaveLength(4);
	expect(new Set(later.map(([first]) => first)).size).toBe(ids.length);
});

test('what comes into view is sampled at once, unless it was just now', () => {
	const rota = newRota();
	run(rota, () => [target('00', false)], 0, 11_000);
	const turns = run(rota, () => [target('00', true)], 12_500, 14_500)['00'] ?? [];
	expect(turns[0]).toBe(12_500);
	rota.take([target('00', false)], 14_600);
	expect(rota.take([target('00', true)], 14_700)).toEqual([]);
});

test('what was gone for a while is new again', () => {
	const rota = newRota();
	run(rota, () => [target('a0')], 0, 3000);
	rota.take([], 3100);
	const turns = run(rota, () => [target('a0')], 3200, 3700)['a0'];
	expect(turns).toEqual([3200, 3400]);
});

test('one whose counters began anew gets a second sample soon', () => {
	const rota = newRota();
	run(rota, () => [target('a0')], 0, 2900);
	rota.restart('a0');
	expect(run(rota, () => [target('a0')], 2900, 4500)['a0']).toEqual([3000, 3200, 4000]);
});

test('a turn that is busy is not lost, and is no reason to look again', () => {
	const rota = newRota();
	rota.take([target('a0')], 0);
	const busy = new Set(['a0']);
	expect(rota.take([target('a0')], 5000, busy)).toEqual([]);
	expect(rota.waitMillis(5000)).toBe(Number.POSITIVE_INFINITY);
	expect(rota.take([target('a0')], 5010)).toHaveLength(1);
});

test('the same question before the next turn is answered without a look, unless a turn was busy', () => {
	const rota = newRota();
	const both = [target('a0'), target('b1')];
	expect(rota.take(both, 0)).toHaveLength(2);
	expect(rota.take(both, 100)).toEqual([]);
	expect(rota.take(both, 200, new Set(['a0']))).toEqual([both[1]]);
	expect(rota.take(both, 210)).toEqual([both[0]]);
	expect(rota.take(both, 220)).toEqual([]);
	expect(rota.take(both, 1000)).toEqual(both);
});

test('whatever the interval, two turns are half of it apart at least and one and a half at most', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 250, max: 60_000}),
			fc.integer({min: 0, max: 1e6}),
			(every, at) => {
				const rota = new Rota(() => every);
				const turns = run(rota, () => [target('a0')], at, at + every * 6)['a0'] ?? [];
				for (const [index, turn] of turns.entries()) {
					const gap = turn - (turns[index - 1] ?? turn);
					if (index < 2) continue;
					expect(gap).toBeGreaterThanOrEqual(every / 2 - 21);
					expect(gap).toBeLessThanOrEqual(every * 1.5 + 1);
				}
			},
		),
	);
});
