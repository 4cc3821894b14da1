import {beforeEach, expect, test} from 'vitest';
import {removeOneOff} from '../../../../source/app/program/remove-one-off.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {aContainer} from '../../../helpers/builders.ts';

const compose = (oneOff: boolean) => ({project: 'shop', service: 'api', number: 1, oneOff});

const told: string[] = [];
const tell = (text: string): void => void told.push(text);
beforeEach(() => void told.splice(0));

const engineWith = (up: ReadonlyArray<ReturnType<typeof aContainer>>, fault?: Error) => {
	const calls: string[] = [];
	return {
		calls,
		listUp: async () => up,
		async act(ref: {readonly id: string}, action: object) {
			calls.push(`${JSON.stringify(action)} ${ref.id}`);
			if (fault !== undefined) throw fault;
			return 'done' as const;
		},
	};
};

const run = aContainer('shop-api-run-1', {compose: compose(true)});

test('it is removed by its id, with volumes that have no name', async () => {
	const engine = engineWith([aContainer('other', {compose: compose(true)}), run]);
	await removeOneOff(engine, 'shop-api-run-1', tell);
	expect(engine.calls).toEqual([`{"verb":"remove","force":true,"volumes":true} ${run.ref.id}`]);
});

test('nothing is removed that only has its name, or is gone', async () => {
	const engine = engineWith([aContainer('shop-api-run-1', {compose: compose(false)})]);
	await removeOneOff(engine, 'shop-api-run-1', tell);
	await removeOneOff(engineWith([]), 'shop-api-run-1', tell);
	await removeOneOff(undefined, 'shop-api-run-1', tell);
	expect(engine.calls).toEqual([]);
});

test('one that goes at this moment is told of to nobody', async () => {
	const engine = engineWith([run], new EngineError('conflict', 'removal is in progress'));
	await expect(removeOneOff(engine, 'shop-api-run-1', tell)).resolves.toBeUndefined();
	expect(told).toEqual([]);
});

test('where the engine refuses, it is told that the container may go on', async () => {
	await removeOneOff(
		engineWith([run], new EngineError('permission', 'no')),
		'shop-api-run-1',
		tell,
	);
	await removeOneOff(engineWith([run], new TypeError('broken')), 'shop-api-run-1', tell);
	expect(told).toEqual([
		'shop-api-run-1 may go on: it could not be removed: no',
		'shop-api-run-1 may go on: it could not be removed: broken',
	]);
});
