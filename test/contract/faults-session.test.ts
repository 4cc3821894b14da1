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
	const {store, history, logs, sheet, viewport} = user;
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
		sheet,
		viewport,
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

/** A demo engine under a script, and someone whose own requests the script spares. */
class Troubled {
	#isSparing = false;
	readonly #frozen: FrozenDemo;

	private constructor(frozen: FrozenDemo) {
		this.#frozen = frozen;
	}

	static async by(script: string): Promise<Troubled> {
		const troubled = new Troubled(await frozenDemo());
		troubled.setScript(script);
		return troubled;
	}

	get engine(): DemoEngine {
		return this.#frozen.engine;
	}

	setScript(script: string): void {
		const faults = scriptedFaults(script);
		this.engine.setFaults({
			...faults,
			match: (...request) => (this.#isSparing ? undefined : faults.match(...request)),
		});
	}

	async spared<T>(run: () => Promise<T>): Promise<T> {
		this.#isSparing = true;
		try {
			return await run();
		} finally {
			this.#isSparing = false;
		}
	}

	/** The truth. */
	list(): Promise<readonly string[]> {
		return this.spared(async () => {
			const items: readonly Item[] = (await get(this.engine, '/containers/json?all=1')).json;
			return items.map(({Names, State}) => `${Names[0]?.slice(1)} ${State}`).sort();
		});
	}

	/** What others do meanwhile. */
	change(): Promise<void> {
		return this.spared(async () => {
			await post(this.engine, '/containers/registry/pause');
			await post(this.engine, '/containers/migrate-0042/start');
			await post(this.engine, '/containers/scratchpad/rename?name=notes');
		});
	}

	async letPass(millis: number): Promise<void> {
		this.#frozen.clock.nowMillis += millis;
		await notice(this.engine);
	}
}

const shownTo = (user: User): readonly string[] =>
	[...user.state.containers.byKey.values()].map(({name, state}) => `${name} ${state}`).sort();

const becomes = (user: User, list: readonly string[]): Promise<true> =>
	until(
		() => JSON.stringify(shownTo(user)) === JSON.stringify(list),
		() => `the list; it is ${JSON.stringify({shown: shownTo(user), list}, undefined, 1)}`,
		25_000,
	);

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
			const demo = await Troubled.by(script);
			const user = sessionOn(demo.engine);
			await becomes(user, await demo.list());
			await demo.change();
			const list = await demo.list();
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
		const demo = await Troubled.by('');
		const {engine} = demo;
		void post(engine, '/containers/registry/kill');
		await until(async () => {
			await demo.letPass(100);
			return (await get(engine, '/containers/registry/json')).json.State.Status === 'exited';
		}, 'the end of the registry');
		await post(engine, '/containers/registry/start');
		const list = await demo.list();
		demo.setScript('events replay 100');
		expect(list).toContain('registry running');
		const user = sessionOn(engine);
		await becomes(user, list);
		const told = user.messages;
		const seen = new Set<string>();
		let isLost = false;
		user.store.subscribe(() => {
			// It may be back sooner than one can look.
			if (user.state.connection.status !== 'live') isLost = true;
			for (const line of shownTo(user)) if (line.startsWith('registry')) seen.add(line);
		});
		for (let round = 0; round < 3; round++) {
			isLost = false;
			await until(() => {
				// A call that is cut while it is being opened is made once more, and nothing is lost.
				if (!isLost) engine.cutAll();
				return isLost;
			}, 'the loss');
			await until(() => user.state.connection.status === 'live', 'the return');
			await becomes(user, list);
		}
		expect(user.messages).toEqual(told);
		expect([...seen]).toEqual(['registry running']);
	});
});
