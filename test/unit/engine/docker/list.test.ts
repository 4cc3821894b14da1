import {expect, test} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {createLister} from '../../../../source/engine/docker/list.ts';
import {localHost} from '../../../../source/model/ids.ts';

const {signal} = new AbortController();

interface Item {
	readonly Id: string;
	readonly Status?: string;
	readonly Labels?: Readonly<Record<string, string>>;
}

/** An engine that has nothing but a list, and what it was asked. */
const serve = (items: Item[]) => {
	const asked: unknown[] = [];
	const client = {
		async askItems({query}: Call, _: AbortSignal, take: (json: Buffer) => void) {
			asked.push(query);
			for (const item of items) take(Buffer.from(JSON.stringify(item)));
		},
	} as unknown as Client;
	return {asked, lister: createLister(client, localHost)};
};

const ids = (containers: readonly {readonly ref: {readonly id: string}}[]): string[] =>
	containers.map(({ref}) => ref.id);

test('what has not changed since the list before is the same object', async () => {
	const items: Item[] = [{Id: 'a'}, {Id: 'b', Status: 'Up 1 second'}];
	const {lister} = serve(items);
	const [a, b] = await lister.list(signal);
	items[1] = {Id: 'b', Status: 'Up 2 seconds'};
	items.unshift({Id: 'c'});
	const later = await lister.list(signal);
	expect(ids(later)).toEqual(['c', 'a', 'b']);
	expect(later[1]).toBe(a);
	expect(later[2]).not.toBe(b);
	expect(later[2]?.status).toBe('Up 2 seconds');
});

test('what has no id is left out', async () => {
	const {lister} = serve([{Id: ''}, {Id: 'a'}]);
	expect(ids(await lister.list(signal))).toEqual(['a']);
});

test('some are asked for by their ids, and what was not asked for is left out', async () => {
	const {asked, lister} = serve([{Id: 'ab'}, {Id: 'abc'}, {Id: 'x'}]);
	expect(ids(await lister.listSome(new Set(['ab', 'gone']), signal))).toEqual(['ab']);
	expect(asked).toEqual([{all: true, filters: '{"id":["ab","gone"]}'}]);
});

test('a list of those that are up forgets nothing of the whole one', async () => {
	const items: Item[] = [{Id: 'a'}, {Id: 'b'}];
	const {asked, lister} = serve(items);
	const [, b] = await lister.list(signal);
	items.pop();
	await lister.listUp(signal);
	items.push({Id: 'b'});
	expect((await lister.list(signal))[1]).toBe(b);
	expect(asked).toEqual([{all: true}, undefined, {all: true}]);
});
