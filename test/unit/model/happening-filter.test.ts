import {expect, test} from 'vitest';
import {foldTimeline} from '../../../source/model/happening.ts';
import {happeningFilter} from '../../../source/model/happening-filter.ts';
import {refKey} from '../../../source/model/ids.ts';
import {refOf, startMillis} from '../../helpers/builders.ts';

const ref = refOf('api');
const at = {ref, atMillis: startMillis};
const of = {atMillis: startMillis, key: refKey(ref), name: 'api', project: 'shop'};

const [restart] = foldTimeline([
	{seq: 1, ...of, event: {kind: 'container.died', ...at, exitCode: 137}},
	{seq: 2, ...of, event: {kind: 'container.changed', ...at, action: 'start'}},
]);

test.each([
	['', true],
	['shop/api', true],
	['API', true],
	['restarted', true],
	['137', true],
	['sigkill', true],
	['billing', false],
	['shop 137', true],
	['shop 143', false],
	['!137', false],
	['!143 shop', true],
	['/shop.(api|web)/', true],
	['/^web/', false],
	// What cannot be read hides nothing.
	['/(/', true],
	['!', true],
])('%s: %s', (text, passes) => {
	expect(restart && happeningFilter(text)(restart)).toBe(passes);
});

test('as many signs as somebody types are one or none', () => {
	const api = (text: string) => restart && happeningFilter(text)(restart);
	expect([api('!!api'), api(`${'!'.repeat(1_000_001)}api`)]).toEqual([true, false]);
});
