import {afterEach, expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import {displayName} from '../../../source/model/container-facts.ts';
import type {ContainerKey} from '../../../source/model/ids.ts';
import {refKey} from '../../../source/model/ids.ts';
import {shownTarget, targetContainers} from '../../../source/store/logs/select-target.ts';
import {selectedKeys} from '../../../source/store/select-target.ts';
import {anEngine, aUsage, ofProject, startMillis} from '../../helpers/builders.ts';
import {dice} from '../../helpers/dice.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {keysOf} from '../../helpers/targets.ts';
import {Scene} from '../../helpers/view-states.ts';

afterEach(unmountAll);

// Promise P9: whatever the list does, a key means what was on the screen when it was pressed.

const keyCount = 1000;
const shuffleMillis = 50;
/** So long after a key no row moves. */
const holdMillis = 2000;

const inNetwork = (name: string): Partial<Container> => ({networks: [{name}]});

const world: readonly Container[] = [
	...['api', 'web', 'mailer'].map(service => ofProject('shop', service, inNetwork('front'))),
	...[1, 2].map(number => ofProject('shop', 'worker', inNetwork('back'), number)),
	...['ledger', 'cron', 'report'].map(service => ofProject('billing', service, inNetwork('back'))),
	...['loki', 'grafana'].map(service => ofProject('observe', service, inNetwork('front'))),
];

const keysWhere = (isMeant: (container: Container) => boolean): readonly ContainerKey[] =>
	world.filter(isMeant).map(({ref}) => refKey(ref));

/** What each name on the screen stands for; no two rows of this world have one. */
const meaning = new Map<string, readonly ContainerKey[]>([
	...['shop', 'billing', 'observe'].map(
		project => [project, keysWhere(({compose}) => compose?.project === project)] as const,
	),
	...['front', 'back'].map(
		network => [network, keysWhere(({networks}) => networks[0]?.name === network)] as const,
	),
	['worker', keysWhere(({compose}) => compose?.service === 'worker')],
	...world.flatMap(container => {
		const keys = [refKey(container.ref)];
		const name = displayName(container, container.compose?.service === 'worker');
		// With its project where no heading says it.
		return [name, `${container.compose?.project}/${name}`].map(each => [each, keys] as const);
	}),
]);

/** Names of the rows of the list from top to bottom, and which of them is marked as selected. */
const look = (app: OpenApp): {readonly names: readonly string[]; readonly selected: number} => {
	const found = app.terminal.rows().flatMap(row => {
		const [, bar = '', heading, container] =
			/^│([▌ ])(?: *[▾▸] (\S+) {2}\d|[●‖↻○✗◇] [✓◌✗·⋯][ ◆] *(\S+))/.exec(row) ?? [];
		const name = heading ?? container;
		return name === undefined ? [] : [{name, isSelected: bar === '▌'}];
	});
	return {
		names: found.map(({name}) => name),
		selected: found.findIndex(({isSelected}) => isSelected),
	};
};

interface Seen {
	readonly names: readonly string[];
	/** Which of them is selected. */
	readonly at: number;
	/** What that one stands for. */
	readonly meant: readonly ContainerKey[];
}

const sorted = (keys: readonly ContainerKey[]): readonly ContainerKey[] => keys.toSorted();

/** Someone who presses keys on what is on the screen, while everything in it changes places. */
class Restless {
	readonly counts = {asked: 0, moved: 0, marked: 0, opened: 0};
	readonly #app: OpenApp;
	readonly #roll: (sides: number) => number;
	/** Since a key was pressed. */
	#idleMillis = Number.POSITIVE_INFINITY;

	constructor(app: OpenApp, roll: (sides: number) => number) {
		this.#app = app;
		this.#roll = roll;
	}

	/** Other figures for all of them, another health for one, and the wish to put them in order. */
	shuffle(times: number): void {
		const {scene} = this.#app;
		for (let count = 0; count < times; count++) {
			scene.wait(shuffleMillis);
			this.#idleMillis += shuffleMillis;
			const {nowMillis: atMillis} = scene;
			const usages = world.map(({ref, name}) => {
				return [refKey(ref), aUsage(name, this.#roll(400), {}, atMillis)] as const;
			});
			const sick = world[this.#roll(world.length)] ?? ofProject('no', 'one');
			const health = this.#roll(2) === 0 ? 'healthy' : 'unhealthy';
			scene.do(
				{type: 'stats/sampled', usages},
				{type: 'list/reordered', atMillis},
				{type: 'container/probed', key: refKey(sick.ref), health},
			);
		}
	}

	look(): Seen {
		const {names, selected: at} = look(this.#app);
		return {names, at, meant: this.#meantBy(names[at])};
	}

	async act(seen: Seen): Promise<void> {
		const choice = this.#roll(10);
		if (choice < 4) return await this.move(seen);
		// Between looking and pressing everything changes places again, at times for long.
		this.shuffle(this.#roll(8) === 0 ? 45 : 2);
		if (choice < 8) return await this.ask(seen);
		return await (choice === 8 ? this.mark(seen) : this.openLogs(seen));
	}

	async ask({meant}: Seen): Promise<void> {
		const {scene} = this.#app;
		const {marked} = scene.state.list;
		const aimed = marked.size > 0 ? [...marked] : meant;
		const ways = ['r', 's', 'xr', 'xs', 'xkh'];
		for (const key of ways[this.#roll(ways.length)] ?? '') {
			await this.#press(key);
			this.shuffle(2);
		}
		this.shuffle(7);
		const before = scene.requests.length;
		await this.#press('y');
		const asked = scene.requests.slice(before).map(request => sorted(keysOf(request)));
		expect(asked).toEqual([sorted(aimed)]);
		this.counts.asked++;
		// Of many it shows how far it is.
		scene.do({type: 'overlay/closed'});
	}

	async mark({meant}: Seen): Promise<void> {
		const {scene} = this.#app;
		const before = scene.state.list.marked;
		await this.#press(' ');
		const {marked} = scene.state.list;
		const turned = keysWhere(({ref}) => before.has(refKey(ref)) !== marked.has(refKey(ref)));
		const wasWhole = meant.every(key => before.has(key));
		expect(sorted(turned)).toEqual(sorted(meant.filter(key => before.has(key) === wasWhole)));
		this.counts.marked++;
	}

	async openLogs({meant}: Seen): Promise<void> {
		const {scene} = this.#app;
		scene.do({type: 'list/unmarked'});
		await this.#press('l');
		const shown = targetContainers(scene.state, shownTarget(scene.state));
		expect(sorted(shown.map(({ref}) => refKey(ref)))).toEqual(sorted(meant));
		await this.#press('q');
		this.counts.opened++;
	}

	async move(seen: Seen): Promise<void> {
		const step = this.#roll(3) === 0 ? -1 : 1;
		// After a key the rows around stay where they were seen; who has rested looks first.
		if (this.#idleMillis < holdMillis - 4 * shuffleMillis) this.shuffle(3);
		await this.#press(step === 1 ? 'j' : 'k');
		const to = Math.max(0, Math.min(seen.names.length - 1, seen.at + step));
		expect(sorted(this.selected)).toEqual(sorted(this.#meantBy(seen.names[to])));
		this.counts.moved++;
	}

	get selected(): readonly ContainerKey[] {
		return selectedKeys(this.#app.scene.state);
	}

	async #press(key: string): Promise<void> {
		await this.#app.press(key);
		this.#idleMillis = 0;
	}

	#meantBy(name: string | undefined): readonly ContainerKey[] {
		const keys = name === undefined ? undefined : meaning.get(name);
		if (keys === undefined) throw new Error(`${name} means nothing:\n${this.#app.lastFrame()}`);
		return keys;
	}
}

const groupings = ['project', 'network', 'none'] as const;

test(`${keyCount} keys while the list reshuffles 20 times a second: none on a wrong target`, async () => {
	const roll = dice(7);
	const scene = new Scene().do(
		{type: 'connection/opened', engine: anEngine, atMillis: startMillis},
		{type: 'containers/listed', containers: world, atMillis: startMillis},
	);
	const app = await openApp(scene, {columns: 120, rows: 40});
	const user = new Restless(app, roll);
	const orders = new Set<string>();
	for (let pressed = 0; pressed < keyCount; pressed++) {
		const kind = roll(60) === 0 ? groupings[roll(3)] : undefined;
		if (kind !== undefined) scene.do({type: 'list/grouped', grouping: {kind}});
		// Nothing is pressed for so long that the list may be put in order again.
		if (roll(8) === 0) user.shuffle(45);
		await app.idle();
		const seen = user.look();
		orders.add(seen.names.join());
		expect(sorted(user.selected)).toEqual(sorted(seen.meant));
		await user.act(seen);
	}
	expect(Object.values(user.counts).reduce((sum, count) => sum + count)).toBe(keyCount);
	// It was put in order again and again.
	expect(orders.size).toBeGreaterThan(50);
}, 240_000);
