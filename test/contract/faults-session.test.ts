import {describe, expect, onTestFinished, test} from 'vitest';
import {scriptedFaults} from '../../source/demo/faults/scripted.ts';
import type {DemoEngine} from '../../source/demo/start.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {wait} from '../../source/engine/wait.ts';
import {localHost} from '../../source/model/ids.ts';
import type {Clock} from '../../source/sync/clock.ts';
import {startSession} from '../../source/sync/session.ts';
import {type FrozenDemo, frozenDemo} from '../helpers/demo-engine.ts';
import {until} from '../helpers/until.ts';
import {User} from '../helpers/user.ts';
import {get, notice, post} from '../unit/demo/wire.ts';

/** What takes the pumps half a minute takes them a second here. */
const haste = 30;

const fastClock = (): Clock => {
	const start = Date.now();
	return {
		now: () => start + (Date.now() - start) * haste,
		sleep: (millis, signal) => wait(millis / haste, signal),
	};
};

/** The whole program but its screen, on a demo engine over a socket. */
const sessionOn = ({endpoint}: DemoEngine): User => {
	const user = new User();
	const {store, history, logs} = user;
	const engine = createDockerEngine(
		{
			url: endpoint,
			source: 'demo',
			transport: {kind: 'unix', socketPath: endpoint.slice('unix://'.length)},
		},
		localHost,
	);
	const session = startSession({
		engine,
		store,
		history,
		logs,
		clock: fastClock(),
		intervalMillis: 1000,
		async *hostSampler() {
			// Of no interest here.
		},
	});
	onTestFinished(() => session.end());
	return user;
};

interface Item {
	readonly Id: string;
	readonly Names: readonly string[];
	readonly State: string;
}

/** The truth, asked past the faults that are in force. */
const listOf = async (demo: FrozenDemo, script: string): Promise<readonly string[]> => {
	demo.engine.setFaults(undefined);
	const items: readonly Item[] = (await get(demo.engine, '/containers/json?all=1')).json;
	demo.engine.setFaults(scriptedFaults(script));
	return items.map(({Names, State}) => `${Names[0]?.slice(1)} ${State}`).sort();
};

const shownTo = (user: User): readonly string[] =>
	[...user.state.containers.byKey.values()].map(({name, state}) => `${name} ${state}`).sort();

const becomes = (user: User, list: readonly string[]): Promise<true> =>
	until(
		() => JSON.stringify(shownTo(user)) === JSON.stringify(list),
		() => `the list; it is ${JSON.stringify({shown: shownTo(user), list}, undefined, 1)}`,
		25_000,
	);

/** What others do on the engine meanwhile. */
const change = async ({engine}: FrozenDemo): Promise<void> => {
	engine.setFaults(undefined);
	await post(engine, '/containers/registry/pause');
	await post(engine, '/containers/migrate-0042/start');
	await post(engine, '/containers/scratchpad/rename?name=notes');
};

const scripts: Readonly<Record<string, string>> = {
	'only inspect hangs': 'GET /containers/*/json hang',
	'events are lost': 'events lost',
	'events come twice': 'events duplicated',
	'events are replayed': 'events replay 100',
	'events break off': '/events cut at 900',
	'every second list is cut': '/containers/json cut at 2000 every 2nd',
	'every second list is a web page': '/containers/json body html every 2nd',
	'stats hang': 'GET /containers/*/stats hang',
	'stats are cut': 'GET /containers/*/stats cut at 300',
	'every 3rd request is refused': '* refuse every 3rd',
	'a quarter of the requests fails': '* status 500 "driver failed" 25%',
	'the clock is wrong': 'clock +10m',
};

describe('a session', () => {
	test.each(Object.entries(scripts))(
		'when %s: the list is right in the end',
		async (_what, script) => {
			const demo = await frozenDemo({faults: scriptedFaults(script)});
			const user = sessionOn(demo.engine);
			await becomes(user, await listOf(demo, script));
			await change(demo);
			const list = await listOf(demo, script);
			expect(list).toContain('registry paused');
			expect(list).toContain('migrate-0042 running');
			expect(list).toContain('notes running');
			await becomes(user, list);
			const before = user.selected;
			user.press('down');
			expect(user.selected).not.toBe(before);
		},
	);

	test('that hears old events again shows and says the same', async () => {
		const demo = await frozenDemo();
		const {engine, clock} = demo;
		void post(engine, '/containers/registry/kill');
		await until(async () => {
			clock.nowMillis += 100;
			await notice(engine);
			return (await get(engine, '/containers/registry/json')).json.State.Status === 'exited';
		}, 'the end of the registry');
		await post(engine, '/containers/registry/start');
		const list = await listOf(demo, 'events replay 100');
		expect(list).toContain('registry running');
		const user = sessionOn(engine);
		await becomes(user, list);
		const told = user.messages;
		for (let round = 0; round < 3; round++) {
			engine.cutAll();
			await until(() => user.state.connection.status !== 'live', 'the loss');
			await until(() => user.state.connection.status === 'live', 'the return');
			await becomes(user, list);
		}
		expect(user.messages).toEqual(told);
	});
});
