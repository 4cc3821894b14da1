import {request} from 'node:http';
import {text} from 'node:stream/consumers';
import type {Faults} from '../../source/demo/api/faults.ts';
import {scriptedFaults} from '../../source/demo/faults/scripted.ts';
import {type DemoEngine, type DemoEngineOptions, startDemoEngine} from '../../source/demo/start.ts';
import type {Deed} from './step.ts';
import {noteRequest} from './virtual-time.ts';

/** Those that it is asked with itself are spared, and not counted. */
const mark = 'chaos=1';

interface Item {
	readonly Id: string;
	readonly Names: readonly string[];
	readonly State: string;
}

/** How many containers there are. */
export type World = Pick<DemoEngineOptions, 'containers' | 'stopped'>;

/** A request that changes something. */
export interface Write {
	readonly method: string;
	readonly path: string;
}

/** A demo engine that is made to fail, changed behind the back of whoever watches it, and restarted. */
export class TroubledEngine {
	readonly socketPath: string;
	readonly writes: Write[] = [];
	requestCount = 0;
	demo: DemoEngine | undefined;
	readonly #world: World;
	#rules: readonly string[] = [];

	constructor(socketPath: string, world: World = {}) {
		this.socketPath = socketPath;
		this.#world = world;
	}

	get endpoint(): string {
		return `unix://${this.socketPath}`;
	}

	get rules(): readonly string[] {
		return this.#rules;
	}

	/** With a world as on the first day, and the faults there are. */
	async start(): Promise<void> {
		this.demo = await startDemoEngine({
			...this.#world,
			...{listen: this.endpoint, seed: 1, faults: this.#faults()},
		});
	}

	async stop(): Promise<void> {
		const {demo} = this;
		this.demo = undefined;
		await demo?.close();
	}

	/** The latest three; that of the API stands for itself, for there can be but one. */
	addFault(rule: string): void {
		const [kind] = rule.split(' ');
		const others = this.#rules.filter(other => kind !== 'api' || !other.startsWith('api '));
		this.#rules = [...others, rule].slice(-3);
		this.demo?.setFaults(this.#faults());
	}

	mend(): void {
		this.#rules = [];
		this.demo?.setFaults(this.#faults());
	}

	/** The truth; undefined while there is no engine. */
	async list(): Promise<readonly string[] | undefined> {
		return (await this.#items())?.map(({Names, State}) => `${Names[0]?.slice(1)} ${State}`).sort();
	}

	/** Done to one of its containers. What comes of it, and when, is the engine's business. */
	async does(deed: Deed, which: number): Promise<void> {
		const items = (await this.#items()) ?? [];
		const item = items[which % Math.max(1, items.length)];
		if (item === undefined) return;
		const path = `/containers/${item.Id}`;
		if (deed === 'remove') void this.#ask('DELETE', `${path}?force=1&${mark}`);
		else {
			const query = deed === 'rename' ? `name=renamed-${which}&${mark}` : mark;
			void this.#ask('POST', `${path}/${deed}?${query}`);
		}
	}

	async #items(): Promise<readonly Item[] | undefined> {
		const answer = await this.#ask('GET', `/containers/json?all=1&${mark}`);
		return answer === undefined ? undefined : JSON.parse(answer);
	}

	#ask(method: string, path: string): Promise<string | undefined> {
		if (this.demo === undefined) return Promise.resolve(undefined);
		return new Promise(resolve => {
			const {socketPath} = this;
			const sent = request({socketPath, method, path, agent: false}, response => {
				text(response).then(resolve, () => resolve(undefined));
			});
			sent.on('error', () => resolve(undefined));
			sent.end();
		});
	}

	#faults(): Faults {
		const scripted = scriptedFaults(this.#rules.join('\n'));
		return {
			...scripted,
			match: (method, path, url, elapsedMillis) => {
				if (url.includes(mark)) return undefined;
				this.requestCount++;
				noteRequest();
				if (method !== 'GET' && method !== 'HEAD') this.writes.push({method, path});
				return scripted.match(method, path, url, elapsedMillis);
			},
		};
	}
}
