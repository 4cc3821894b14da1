import {expect, test} from 'vitest';
import {namesOf} from '../../../../source/model/logs/source-names.ts';
import {aContainer, ofProject} from '../../../helpers/builders.ts';

const names = (...containers: Parameters<typeof namesOf>[0][]) =>
	containers.map(each => [...namesOf(each).values()]);

test('sources of one project are named by their services, with the number where there are several', () => {
	expect(
		names([ofProject('shop', 'api'), ofProject('shop', 'job'), ofProject('shop', 'job', {}, 2)]),
	).toEqual([['api', 'job', 'job-2']]);
});

test('sources of several projects are told apart', () => {
	expect(names([ofProject('shop', 'api'), ofProject('blog', 'api'), aContainer('api')])).toEqual([
		['shop/api', 'blog/api', 'api'],
	]);
});
