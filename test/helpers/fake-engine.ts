import type {
	ActOutcome,
	Engine,
	EventSpan,
	ExecSession,
	ImageName,
	LogOptions,
	StatsOptions,
} from '../../source/engine/engine.ts';
import {stampToSince} from '../../source/engine/stamp.ts';
import type {ClientsFound} from '../../source/model/act/clients.ts';
import type {ActionVerb, ContainerAction} from '../../source/model/act/container-action.ts';
import type {Container, ContainerDetails} from '../../source/model/container.ts';
import {isUp} from '../../source/model/container.ts';
import {EngineError} from '../../source/model/engine-error.ts';
import type {EngineEvent} from '../../source/model/engine-event.ts';
import type {EngineInfo} from '../../source/model/engine-info.ts';
import type {FileChanges} from '../../source/model/file-change.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {localHost} from '../../source/model/ids.ts';
import type {ImageConfig} from '../../source/model/image-config.ts';
import {boundedJson, type JsonDocument} from '../../source/model/json.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import type {ProcessList} from '../../source/model/process.ts';
import type {ContainerSetup} from '../../source/model/setup.ts';
import type {StatsSample} from '../../source/model/stats-sample.ts';
import type {VolumeUse} from '../../source/model/volume-use.ts';
import {anEngine, aSetup, someDetails} from './builders.ts';
import {Channel} from './channel.ts';
import {FakeFiles} from './fake-files.ts';

export type Call =
	| 'connect'
	| 'ping'
	| 'list'
	| 'listUp'
	| 'listSome'
	| 'inspect'
	| 'inspectDocument'
	| 'processes'
	| 'changes'
	| 'clients'
	| 'volumeSizes'
	| 'volumeNames'
	| 'imageConfig'
	| 'setup'
	| 'events'
	| 'pastEvents'
	| 'stats'
	| 'logs'
	| 'act';

/** An error to reject with, or `hang`: no answer until the call is aborted or the trouble is over. */
export type Trouble = EngineError | 'hang';

export const unreachable = new EngineError('unreachable', 'connection refused', {
	hint: 'Is the engine running?',
});

export interface LogRequest {
	readonly name: string;
	readonly options: LogOptions;
	readonly stream: Channel<readonly LogLine[]>;
}

/**
 * An engine whose every word is scripted. What it is asked is noted; each kind of call can be made
 * to fail or hang, for all containers or for one.
 */
export class FakeEngine implements Engine {
	readonly files = new FakeFiles();
	readonly hostId = localHost;
	info: EngineInfo = anEngine;
	/** What the list answers. */
	containers: readonly Container[];
	/** What an inspect answers, by name; the default for the others. */
	readonly details = new Map<string, ContainerDetails>();
	readonly setups = new Map<string, ContainerSetup>();
	/** What a whole inspect answers, by name; an empty object for the others. */
	readonly documents = new Map<string, unknown>();
	/** What runs in it, by name; nothing in the others. */
	readonly running = new Map<string, ProcessList>();
	/** Changed files, by name; none in the others. */
	readonly changed = new Map<string, FileChanges>();
	/** Who is connected, by name of the container; of the others nobody knows. */
	readonly connected = new Map<string, ClientsFound>();
	volumes: readonly VolumeUse[] = [];
	/** Of every project. */
	namesOfVolumes: readonly string[] = [];
	/** By id; the others are not found. */
	readonly images = new Map<string, ImageConfig>();
	/** What was written to a log before it is asked for, by name. */
	readonly written = new Map<string, readonly LogLine[]>();
	/** What it remembers from before. */
	past: readonly EngineEvent[] = [];
	outcome: ActOutcome = 'done';
	/** Called where a real engine does the thing, before it answers. */
	onAct: (verb: ActionVerb, name: string) => void = () => {};

	/** Every call in order: `list`, `inspect api`, `stop api`. */
	readonly calls: string[] = [];
	readonly logRequests: LogRequest[] = [];
	mostInspectsAtOnce = 0;
	isDisposed = false;
	/** What can be seen without asking. */
	lostSocket: EngineError | undefined;
	/** The clock by which it notes when it answered. */
	now: () => number = () => 0;
	/** Answers late although the call was aborted: what is on its way cannot be called back. */
	isDeaf = false;

	#answeredAtMillis = Number.NEGATIVE_INFINITY;
	#replaced = Promise.withResolvers<void>();
	readonly #troubles = new Map<string, Trouble>();
	readonly #hanging = new Set<() => void>();
	#inspectsNow = 0;
	#events: Channel<EngineEvent> | undefined;
	#stats: Channel<readonly StatsSample[]> | undefined;
	#statsTargets: StatsOptions['targets'] = () => [];

	constructor(containers: readonly Container[] = []) {
		this.containers = containers;
	}

	/** How often something was asked: `list`, `inspect api`, or `inspect` for all of them. */
	count(call: string): number {
		return this.calls.filter(each => each === call || each.startsWith(`${call} `)).length;
	}

	/** From now on these calls (`list`, `inspect api`) come to grief; undefined ends it and lets go on what hangs. */
	trouble(call: Call | `${Call} ${string}`, trouble: Trouble | undefined): void {
		if (trouble === undefined) this.#troubles.delete(call);
		else this.#troubles.set(call, trouble);
		for (const goOn of [...this.#hanging]) goOn();
	}

	/** Nothing answers any more, open streams break. */
	crash(error: EngineError = unreachable): void {
		const calls =
			'connect ping list listUp listSome inspect inspectDocument processes changes volumeSizes volumeNames imageConfig setup events logs act';
		for (const call of calls.split(' ')) this.trouble(call as Call, error);
		this.#events?.fail(error);
		this.#stats?.fail(error);
		for (const {stream} of this.logRequests) stream.fail(error);
	}

	recover(): void {
		for (const call of [...this.#troubles.keys()]) this.trouble(call as Call, undefined);
	}

	emit(...events: readonly EngineEvent[]): void {
		this.#events?.push(...events);
	}

	endEvents(): void {
		this.#events?.end();
	}

	/** One round of figures. */
	sample(...samples: readonly StatsSample[]): void {
		this.#stats?.push(samples);
	}

	breakStats(error?: unknown): void {
		if (error === undefined) this.#stats?.end();
		else this.#stats?.fail(error);
	}

	/** Names of those whose figures are wanted now. */
	get sampled(): readonly string[] {
		const ids = new Set(this.#statsTargets().map(({ref}) => ref.id));
		return this.containers.filter(({ref}) => ids.has(ref.id)).map(({name}) => name);
	}

	/** The latest stream of a container's log; fails the test when there is none. */
	log(name: string): Channel<readonly LogLine[]> {
		const request = this.logRequests.findLast(each => each.name === name);
		if (request === undefined) throw new Error(`nobody asked for the log of ${name}`);
		return request.stream;
	}

	async connect(signal: AbortSignal): Promise<EngineInfo> {
		await this.#answer('connect', signal);
		return this.info;
	}

	async ping(signal: AbortSignal): Promise<void> {
		await this.#answer('ping', signal);
	}

	async look(): Promise<void> {
		if (this.lostSocket !== undefined) throw this.lostSocket;
	}

	quietMillis(): number {
		return this.now() - this.#answeredAtMillis;
	}

	async untilReplaced(signal: AbortSignal): Promise<void> {
		const aborted = new Promise<void>(resolve => {
			signal.addEventListener('abort', () => resolve(), {once: true});
		});
		await Promise.race([this.#replaced.promise, aborted]);
	}

	/** An engine was started: there is a new socket. */
	replace(): void {
		this.#replaced.resolve();
		this.#replaced = Promise.withResolvers();
	}

	async list(signal: AbortSignal): Promise<readonly Container[]> {
		// As with a real engine, the answer is what holds when it is asked.
		const {containers} = this;
		await this.#answer('list', signal);
		return containers;
	}

	async listUp(signal: AbortSignal): Promise<readonly Container[]> {
		const {containers} = this;
		await this.#answer('listUp', signal);
		return containers.filter(isUp);
	}

	async listSome(ids: ReadonlySet<string>, signal: AbortSignal): Promise<readonly Container[]> {
		const {containers} = this;
		await this.#answer('listSome', signal);
		return containers.filter(({ref}) => ids.has(ref.id));
	}

	async inspect(ref: ContainerRef, signal: AbortSignal): Promise<ContainerDetails> {
		this.#inspectsNow++;
		this.mostInspectsAtOnce = Math.max(this.mostInspectsAtOnce, this.#inspectsNow);
		try {
			const name = this.#nameOf(ref);
			await this.#answer('inspect', signal, name);
			const container = this.containers.find(({ref: {id}}) => id === ref.id);
			if (container === undefined) throw new EngineError('not-found', 'No such container');
			return {...someDetails({state: container.state, name}), ...this.details.get(name)};
		} finally {
			this.#inspectsNow--;
		}
	}

	async inspectDocument(ref: ContainerRef, signal: AbortSignal): Promise<JsonDocument> {
		const name = this.#nameOf(ref);
		await this.#answer('inspectDocument', signal, name);
		return boundedJson(this.documents.get(name) ?? {});
	}

	async processes(ref: ContainerRef, signal: AbortSignal): Promise<ProcessList> {
		const name = this.#nameOf(ref);
		await this.#answer('processes', signal, name);
		return this.running.get(name) ?? {processes: [], total: 0, cpuStepMillis: 1000};
	}

	async changes(ref: ContainerRef, signal: AbortSignal): Promise<FileChanges> {
		const name = this.#nameOf(ref);
		await this.#answer('changes', signal, name);
		return this.changed.get(name) ?? {changes: [], total: 0};
	}

	async clients(
		refs: readonly ContainerRef[],
		signal: AbortSignal,
	): Promise<ReadonlyMap<string, ClientsFound>> {
		await this.#answer('clients', signal);
		return new Map(
			refs.flatMap(ref => {
				const found = this.connected.get(this.#nameOf(ref));
				return found === undefined ? [] : [[ref.id, found] as const];
			}),
		);
	}

	async volumeSizes(signal: AbortSignal): Promise<readonly VolumeUse[]> {
		await this.#answer('volumeSizes', signal);
		return this.volumes;
	}

	async volumeNames(signal: AbortSignal): Promise<readonly string[]> {
		await this.#answer('volumeNames', signal);
		return this.namesOfVolumes;
	}

	async imageConfig(imageId: string, signal: AbortSignal): Promise<ImageConfig> {
		await this.#answer('imageConfig', signal, imageId);
		const image = this.images.get(imageId);
		if (image === undefined) throw new EngineError('not-found', `No such image: ${imageId}`);
		return image;
	}

	async setup(ref: ContainerRef, signal: AbortSignal): Promise<ContainerSetup> {
		const name = this.#nameOf(ref);
		await this.#answer('setup', signal, name);
		return this.setups.get(name) ?? aSetup();
	}

	async pastEvents(_span: EventSpan, signal: AbortSignal): Promise<readonly EngineEvent[]> {
		await this.#answer('pastEvents', signal);
		return this.past;
	}

	async events(signal: AbortSignal): Promise<AsyncIterable<EngineEvent>> {
		const events = new Channel<EngineEvent>(signal);
		this.#events = events;
		await this.#answer('events', signal);
		return events;
	}

	async *stats(
		{targets}: StatsOptions,
		signal: AbortSignal,
	): AsyncIterable<readonly StatsSample[]> {
		this.#statsTargets = targets;
		const stats = new Channel<readonly StatsSample[]>(signal);
		this.#stats = stats;
		await this.#answer('stats', signal);
		yield* stats;
	}

	async logs(
		ref: ContainerRef,
		options: LogOptions,
		signal: AbortSignal,
	): Promise<AsyncIterable<readonly LogLine[]>> {
		const name = this.#nameOf(ref);
		await this.#answer('logs', signal, name);
		const stream = new Channel<readonly LogLine[]>(signal);
		this.logRequests.push({name, options, stream});
		const past = pastOf(this.written.get(name) ?? [], options);
		if (past.length > 0) stream.push(past);
		if (!options.follow) stream.end();
		return stream;
	}

	async act(ref: ContainerRef, {verb}: ContainerAction, signal: AbortSignal): Promise<ActOutcome> {
		const name = this.#nameOf(ref);
		this.calls.push(`${verb} ${name}`);
		await this.#answer('act', signal, name);
		this.onAct(verb, name);
		return this.outcome;
	}

	exec(): Promise<ExecSession> {
		throw new Error('no shell in this fake');
	}

	readonly attach = async (): Promise<never> => this.exec() as never;
	readonly debug = async (): Promise<never> => this.exec() as never;
	readonly imageNames = async (): Promise<readonly ImageName[]> => [];

	dispose(): void {
		this.isDisposed = true;
	}

	#nameOf(ref: ContainerRef): string {
		return this.containers.find(({ref: {id}}) => id === ref.id)?.name ?? 'gone';
	}

	async #answer(call: Call, signal: AbortSignal, name?: string): Promise<void> {
		this.calls.push(name === undefined ? call : `${call} ${name}`);
		for (;;) {
			if (signal.aborted && !this.isDeaf)
				throw new DOMException('The call was aborted', 'AbortError');
			const trouble = this.#troubles.get(`${call} ${name}`) ?? this.#troubles.get(call);
			if (trouble === undefined) {
				this.#answeredAtMillis = this.now();
				return;
			}
			if (trouble !== 'hang') throw trouble;
			await this.#untilChanged(signal);
		}
	}

	#untilChanged(signal: AbortSignal): Promise<void> {
		return new Promise(resolve => {
			const goOn = (): void => {
				this.#hanging.delete(goOn);
				resolve();
			};
			this.#hanging.add(goOn);
			signal.addEventListener('abort', goOn, {once: true});
		});
	}
}

/** As engines do, the tail is that of the whole log. */
const pastOf = (
	lines: readonly LogLine[],
	{tail, since = '', until = '9'}: LogOptions,
): readonly LogLine[] =>
	lines.slice(Math.max(0, lines.length - tail)).filter(line => {
		const stamp = line.kind === 'line' ? (line.stamp ?? '') : '';
		const from = /^\d+\./.test(since) ? stampToSince(stamp) : stamp;
		return from >= since && stamp <= until;
	});
