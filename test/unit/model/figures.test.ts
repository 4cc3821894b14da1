import {expect, test} from 'vitest';
import {type FigureId, figureOf, figures} from '../../../source/model/figures.ts';
import {aContainer, aUsage, exited, ofProject, someDetails} from '../../helpers/builders.ts';

const container = ofProject('shop', 'api', {image: 'shop/api:1'});
const usage = {
	...aUsage('shop-api-1', 12.5, {memoryUsedBytes: 250, memoryLimitBytes: 1000, pids: 4}),
	...{netRxPerSecond: 3, netTxPerSecond: 4, blockReadPerSecond: 5, blockWritePerSecond: 6},
};

test.each<[FigureId, number | string]>([
	['cpu', 12.5],
	['memory', 250],
	['memoryShare', 25],
	['network', 7],
	['rx', 3],
	['tx', 4],
	['disk', 11],
	['read', 5],
	['write', 6],
	['pids', 4],
	['image', 'shop/api:1'],
	['project', 'shop'],
])('%s is %s', (id, value) => {
	expect(figureOf(id).read(container, usage)).toBe(value);
});

test('what is not known is undefined, never 0', () => {
	const {memoryUsedBytes: _, ...sample} = aUsage('x', undefined).sample;
	const empty = {...aUsage('x', undefined), sample};
	const numbers = (Object.keys(figures) as FigureId[]).filter(id => figureOf(id).from === 'usage');
	for (const id of numbers) {
		expect(figureOf(id).read(aContainer('x'), empty), id).toBeUndefined();
		expect(figureOf(id).read(aContainer('x'), undefined), id).toBeUndefined();
	}
	expect(figureOf('restarts').read(aContainer('x'), undefined)).toBeUndefined();
	expect(figureOf('uptime').read(aContainer('x', exited()), undefined)).toBeUndefined();
	expect(figureOf('project').read(aContainer('x'), undefined)).toBeUndefined();
});

test('half of the network is worth showing', () => {
	const oneWay = {...aUsage('x', 1), netRxPerSecond: 9};
	expect(figureOf('network').read(aContainer('x'), oneWay)).toBe(9);
});

test('what only an inspect tells', () => {
	const known = aContainer('x', {details: someDetails({restartCount: 3, startedAtMillis: 700})});
	expect(figureOf('restarts').read(known, undefined)).toBe(3);
	expect(figureOf('uptime').read(known, undefined)).toBe(-700);
	expect(figureOf('exit').read(aContainer('x', exited(137)), undefined)).toBe(137);
});
