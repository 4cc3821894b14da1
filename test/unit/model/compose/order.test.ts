import {describe, expect, test} from 'vitest';
import type {Order} from '../../../../source/model/compose/order.ts';
import {startOrder, stopOrder} from '../../../../source/model/compose/order.ts';
import type {Container} from '../../../../source/model/container.ts';
import {aContainer, ofProject} from '../../../helpers/builders.ts';

const label = 'com.docker.compose.depends_on';

const service = (name: string, waits = '', number = 1): Container =>
	ofProject('shop', name, waits === '' ? {} : {labels: {[label]: waits}}, number);

/** `api db | proxy`: those of a wave, and the waves one after the other. */
const waves = ({steps}: Order): string => {
	const last = Math.max(0, ...steps.map(({wave}) => wave));
	return Array.from({length: last + 1}, (_, wave) =>
		steps
			.filter(step => step.wave === wave)
			.map(({container}) => container.compose?.service ?? container.name)
			.join(' '),
	).join(' | ');
};

/** The square of it is more than a test may take. */
const many = 20_000;

const shop = [
	service('proxy', 'api:service_healthy:true'),
	service('api', 'cache:service_healthy:false,db:service_started:false'),
	service('cache'),
	service('db', 'migrate:service_completed_successfully:false'),
	service('migrate'),
];

describe('the order of several', () => {
	test('starts what others wait for first', () => {
		expect(waves(startOrder(shop))).toBe('cache migrate | db | api | proxy');
	});

	test('stops it last', () => {
		expect(waves(stopOrder(shop))).toBe('proxy | api | cache db | migrate');
	});

	test('keeps the condition of what is waited for', () => {
		const api = startOrder(shop).steps.find(step => step.service === 'shop/api');
		expect(api?.after).toEqual([
			{service: 'shop/cache', condition: 'service_healthy'},
			{service: 'shop/db', condition: 'service_started'},
		]);
	});

	test('waits for nobody who is not among them', () => {
		expect(waves(startOrder(shop.slice(0, 2)))).toBe('api | proxy');
		const [only] = startOrder([service('api', 'db:service_started:false')]).steps;
		expect(only?.after).toEqual([]);
	});

	test('has all replicas of a service in one wave', () => {
		const scaled = [
			service('api', 'db:service_healthy:false', 1),
			service('db', '', 1),
			service('api', 'db:service_healthy:false', 2),
			service('db', '', 2),
		];
		expect(waves(startOrder(scaled))).toBe('db db | api api');
	});

	test('counts the waits of every replica, because their files may differ', () => {
		const scaled = [service('api'), service('api', 'db:service_started:false', 2), service('db')];
		expect(waves(startOrder(scaled))).toBe('db | api api');
	});

	test('tells services of different projects apart', () => {
		const other = ofProject('blog', 'db');
		const {steps} = startOrder([other, service('api', 'db:service_started:false')]);
		expect(steps.map(({wave}) => wave)).toEqual([0, 0]);
	});

	test('leaves everything as it is without labels, and without Compose', () => {
		const all = [service('b'), aContainer('loose'), service('a')];
		const {steps, circle} = startOrder(all);
		expect(steps.map(({container}) => container)).toEqual(all);
		expect(circle).toEqual([]);
	});

	test('lets nobody wait for a one-off', () => {
		const oneOff = ofProject('shop', 'db', {
			compose: {project: 'shop', service: 'db', number: 1, oneOff: true},
		});
		const [first] = startOrder([service('api', 'db:service_started:false'), oneOff]).steps;
		expect(first?.after).toEqual([]);
	});

	test('names a circle, and goes round it', () => {
		const all = [
			service('front', 'a:service_started:false'),
			service('a', 'b:service_started:false,base:service_started:false'),
			service('b', 'a:service_started:false'),
			service('base'),
			service('self', 'self:service_started:false'),
		];
		const order = startOrder(all);
		expect(order.circle).toEqual(['shop/a', 'shop/b', 'shop/self']);
		expect(waves(order)).toBe('b base self | a | front');
	});

	test('of hostile labels is one of no order', () => {
		const all = [service('api', '::,db,:service_healthy,db:$(touch x):true'), service('db')];
		expect(waves(startOrder(all))).toBe('api db');
	});

	test.each([
		['in a row', (at: number) => (at === 0 ? '' : `s${at - 1}:service_started:false`)],
		['in a circle', (at: number) => `s${(at + 1) % many}:service_started:false`],
	])('of tens of thousands %s is found at once', (_how, waits) => {
		const all = Array.from({length: many}, (_, at) => service(`s${at}`, waits(at)));
		const {steps, circle} = startOrder(all);
		expect(steps).toHaveLength(many);
		expect([circle.length, steps.at(-1)?.wave]).toEqual(
			_how === 'in a row' ? [0, many - 1] : [many, 0],
		);
	});

	test('counts each wait of a label once, also where it has tens of thousands', () => {
		const names = Array.from({length: many}, (_, at) => service(`s${at}`));
		const label = names.map((_, at) => `s${at}:service_started:false`).join(',');
		const [first] = startOrder([service('api', `${label},${label}`), ...names]).steps.slice(-1);
		expect(first?.after).toHaveLength(many);
	});
});
