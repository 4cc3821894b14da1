import type {Container} from '../../source/model/container.ts';
import type {HostSample} from '../../source/model/host-sample.ts';
import type {Session} from '../../source/sync/session.ts';
import {startSession} from '../../source/sync/session.ts';
import {Channel} from './channel.ts';
import {FakeClock, settled} from './fake-clock.ts';
import {FakeEngine} from './fake-engine.ts';
import {User} from './user.ts';

/** A user before a whole session: all pumps on a scripted engine, in time that the test lets pass. */
export class Watcher {
	readonly clock = new FakeClock();
	readonly engine: FakeEngine;
	readonly user: User;
	readonly session: Session;
	#host: Channel<HostSample> | undefined;

	private constructor(engine: FakeEngine) {
		this.engine = engine;
		engine.now = () => this.clock.now();
		this.user = new User({
			now: () => this.clock.now(),
			effects: {
				runAction: request => this.session.runAction(request),
				beginBulk: plan => this.session.bulk.begin(plan),
				retryBulk: () => this.session.bulk.retry(),
				cancelBulk: () => this.session.bulk.cancel(),
				retry: () => this.session.retry(),
				loadOlder: () => this.session.loadOlder(),
			},
		});
		const {store, history, logs, sheet, viewport} = this.user;
		this.session = startSession({
			engine,
			store,
			history,
			logs,
			sheet,
			viewport,
			clock: this.clock,
			intervalMillis: 1000,
			hostSampler: (_engine, _pause, signal) => {
				this.#host = new Channel(signal);
				return this.#host;
			},
		});
	}

	/** Connected, listed and inspected, unless the engine is prepared otherwise. */
	static async begin(
		containers: readonly Container[],
		prepare: (engine: FakeEngine) => void = () => {},
	): Promise<Watcher> {
		const engine = new FakeEngine(containers);
		prepare(engine);
		const watcher = new Watcher(engine);
		await watcher.pass(100);
		return watcher;
	}

	/** Lets time pass, in milliseconds; without it, all that needs no time. */
	async pass(millis = 0): Promise<void> {
		await this.clock.advance(millis);
	}

	/** The engine lists these from now on, without an event. */
	becomes(...containers: readonly Container[]): void {
		this.engine.containers = containers;
	}

	sampleHost(sample: HostSample): void {
		this.#host?.push(sample);
	}

	/** The lines of the log pane. */
	get log(): readonly string[] {
		const {logs} = this.user;
		return Array.from({length: logs.size}, (_, index) => logs.at(index))
			.flatMap(entry => entry ?? [])
			.slice(-100)
			.map(({line}) => (line.kind === 'line' ? line.text : `-- ${line.reason} --`));
	}

	async end(): Promise<void> {
		await this.session.end();
		await settled();
	}
}
