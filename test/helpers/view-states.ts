import type {Keymap} from '../../source/commands/command.ts';
import {commandTable} from '../../source/commands/command-table.ts';
import {createKeymap} from '../../source/commands/keymap.ts';
import {asciiSymbols, unicodeSymbols} from '../../source/format/symbols.ts';
import type {Container} from '../../source/model/container.ts';
import {displayName, isReplica} from '../../source/model/container-facts.ts';
import {known} from '../../source/model/known.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import {type LogSourceId, logSourceOf} from '../../source/model/logs/log-source.ts';
import type {LogTarget} from '../../source/model/logs/log-target.ts';
import type {ActionRequest} from '../../source/store/act/action-request.ts';
import type {Action} from '../../source/store/action.ts';
import {History} from '../../source/store/history.ts';
import {initialState} from '../../source/store/initial-state.ts';
import {LogBook} from '../../source/store/logs/log-book.ts';
import {LogSheet} from '../../source/store/logs/log-sheet.ts';
import type {LogsStatus} from '../../source/store/logs/logs-state.ts';
import {readLogs} from '../../source/store/logs/read-logs.ts';
import {shownTarget, targetContainers} from '../../source/store/logs/select-target.ts';
import type {Overlay} from '../../source/store/overlay.ts';
import type {State} from '../../source/store/state.ts';
import type {Store} from '../../source/store/store.ts';
import {createStore} from '../../source/store/store.ts';
import type {TabId} from '../../source/store/tabs.ts';
import {Viewport} from '../../source/store/viewport.ts';
import {layout} from '../../source/view/frame/layout.ts';
import type {Runtime} from '../../source/view/runtime.ts';
import type {View} from '../../source/view/view.ts';
import {aContainer, aLine, anEndpoint, anEngine, keyOf, startMillis} from './builders.ts';
import {FakePointer} from './fake-pointer.ts';
import {richSetup} from './rich-setup.ts';
import {notingShells} from './shell-effects.ts';
import {bulkRequest} from './targets.ts';
import {aHostSample, hostileName, manyContainers, richUsages, richWorld} from './view-world.ts';

/** What the program holds at a moment, without a terminal and without an engine. */
export class Scene {
	readonly store: Store;
	readonly history = new History();
	readonly logs = new LogBook();
	readonly viewport = new Viewport();
	readonly pointer = new FakePointer();
	keymap: Keymap = createKeymap(commandTable);
	/** What the commands asked for: `quit`, `shell`. */
	readonly asked: string[] = [];
	readonly requests: ActionRequest[] = [];
	nowMillis = startMillis;

	constructor({isReadOnly = false} = {}) {
		const state = initialState(anEndpoint, startMillis, {isReadOnly});
		this.store = createStore(state, flush => flush());
	}

	get state(): State {
		return this.store.getState();
	}

	do(...actions: readonly Action[]): this {
		for (const action of actions) this.store.dispatch(action);
		return this;
	}

	/** Moves the clock. */
	wait(millis: number): this {
		this.nowMillis += millis;
		return this.do({type: 'clock/ticked', atMillis: this.nowMillis});
	}

	say(...lines: readonly (readonly [name: string, line: LogLine])[]): this {
		this.logs.append(lines.map(([name, line]) => ({source: this.sourceOf(name), line})));
		return this.do({type: 'logs/appended', version: this.logs.version});
	}

	/** The log of a container that the engine has listed. */
	sourceOf(name: string): LogSourceId {
		return logSourceOf(this.state.containers.byKey.get(keyOf(name)) ?? aContainer(name));
	}

	targetOf(name: string): LogTarget {
		return {kind: 'source', source: this.sourceOf(name)};
	}

	/** Moves the selection and opens its log; the lines stay, for those who want to see them. */
	select(row: string): this {
		const id = row.includes(':') ? (row as `project:${string}`) : keyOf(row);
		const {status} = this.state.logs;
		this.do({type: 'selection/moved', row: id, index: 0});
		const target = shownTarget(this.state);
		const sources = targetContainers(this.state, target).map(
			container =>
				[
					logSourceOf(container),
					{name: displayName(container, isReplica(container)), status},
				] as const,
		);
		return this.do(
			{type: 'logs/opened', version: this.logs.version, ...known('target', target)},
			{type: 'logs/changed', status, sources: new Map(sources)},
		);
	}

	open(overlay: Overlay): this {
		return this.do({type: 'overlay/opened', overlay});
	}

	runtime(isAscii = false): Runtime {
		const note = (what: string) => () => void this.asked.push(what);
		return {
			store: this.store,
			history: this.history,
			logs: new LogSheet(this.logs),
			viewport: this.viewport,
			pointer: this.pointer,
			symbols: isAscii ? asciiSymbols : unicodeSymbols,
			keymap: this.keymap,
			zoneOffsetMinutes: 0,
			now: () => this.nowMillis,
			effects: {
				copyOut: (_key, path) => void this.asked.push(`copy out ${path}`),
				askCopyIn: ({from, folder}) => void this.asked.push(`copy in ${from} ${folder}`),
				copyIn: ({from, folder}) => void this.asked.push(`put ${from} ${folder}`),
				cancelCopy: note('cancel copy'),
				openUrl: url => void this.asked.push(`open ${url}`),
				runAction: request => void this.requests.push(request),
				...notingShells(what => this.asked.push(what)),
				beginBulk: plan => void this.requests.push(bulkRequest(plan)),
				retryBulk: note('retry bulk'),
				cancelBulk: note('cancel bulk'),
				runProgram: ({argv}) => void this.asked.push(`run ${argv.join('|')}`),
				cancelProgram: note('cancel'),
				readProjects: note('read projects'),
				askDownVolumes: project => void this.asked.push(`volumes of ${project}`),
				orderBulk: () => undefined,
				showConfig: project => void this.asked.push(`config ${project}`),
				loadOlder: note('older'),
				retry: note('retry'),
				startDemo: note('demo'),
				saveHighlight: (rule, isKept) =>
					void this.asked.push(`${isKept ? 'keep' : 'drop'} ${rule.pattern.text} ${rule.colour}`),
				copy: (text, what) => void this.asked.push(`copy ${what}: ${text}`),
				save: ({subject, extension, lines}) =>
					void this.asked.push(`save ${subject}.${extension}: ${lines.join('|')}`),
				takeMouse: isTaken => void this.asked.push(isTaken ? 'take mouse' : 'free mouse'),
				findThemes: note('find themes'),
				repaint: note('repaint'),
				suspend: note('suspend'),
				quit: note('quit'),
			},
		};
	}

	view(columns: number, rows: number, isAscii = false): View {
		const {zoomed, focus, sizes} = this.state.frame;
		const {size, hostCpu, list} = layout(columns, rows, zoomed ? focus : undefined, sizes);
		return {
			state: this.state,
			history: this.history,
			logs: readLogs(new LogSheet(this.logs), this.state),
			symbols: isAscii ? asciiSymbols : unicodeSymbols,
			keymap: this.keymap,
			size,
			hasHostCharts: hostCpu !== undefined,
			listWidth: list?.width ?? 0,
			zoneOffsetMinutes: 0,
		};
	}
}

const connected = (containers: readonly Container[]): Scene =>
	new Scene().do(
		{
			type: 'connection/opened',
			engine: {...anEngine, name: 'prod-1', version: '27.3.1', apiVersion: '1.47', cpus: 8},
			atMillis: startMillis,
		},
		{type: 'containers/listed', containers, atMillis: startMillis},
	);

const historySeconds = 120;

/** Two minutes of figures that go up and down. */
const measured = (scene: Scene): Scene => {
	for (let ago = historySeconds; ago >= 0; ago--) {
		const atMillis = scene.nowMillis - ago * 1000;
		const share = ago === 0 ? 1 : 0.6 + 0.4 * Math.sin(ago / 7);
		for (const [name, usage] of richUsages(atMillis, share)) {
			scene.history.addUsage(keyOf(name), usage);
		}
		scene.history.addHost(aHostSample(atMillis, share));
	}
	const usages = [...richUsages(scene.nowMillis)];
	return scene.do(
		{type: 'host/sampled', sample: aHostSample(scene.nowMillis)},
		{type: 'stats/sampled', usages: usages.map(([name, usage]) => [keyOf(name), usage])},
		{type: 'list/reordered', atMillis: scene.nowMillis},
	);
};

const stderr = (text: string, atMillis: number): LogLine => ({
	...{kind: 'line', stream: 'stderr', atMillis, text},
});

const spoken = (scene: Scene): Scene => {
	const at = (seconds: number) => startMillis - 10_000 + seconds * 1000;
	return scene
		.do(
			{type: 'logs/opened', version: 0, target: scene.targetOf('shop-api-1')},
			{type: 'logs/changed', status: {kind: 'following'}, sources: new Map()},
		)
		.say(
			['shop-api-1', aLine('INFO  GET /v1/items 200 12ms user=42', at(0))],
			['shop-api-1', aLine('\u001b[33mWARN\u001b[0m  pool exhausted: 20/20', at(1))],
			['shop-api-1', stderr('ERROR POST /v1/orders 500 psycopg.OperationalError', at(2))],
			['shop-api-1', {kind: 'gap', atMillis: at(3), reason: 'restarted, exit 137'}],
			['shop-api-1', aLine(`clipboard ${hostileName}`, at(4))],
			['shop-api-1', {kind: 'line', stream: 'stdout', text: 'x'.repeat(300), cutBytes: 14_540}],
			['shop-api-1', aLine('注文を受け付けました 📦 ok', at(6))],
			['shop-api-1', aLine('INFO  GET /health 200 1ms', at(9))],
		);
};

const ready = (): Scene => spoken(measured(connected(richWorld)).select('shop-api-1'));

const lost = {
	kind: 'unreachable',
	message: 'connect ECONNREFUSED /var/run/docker.sock',
	hint: 'Is the Docker daemon running? Start it with: systemctl start docker',
} as const;

const losing = (scene: Scene): Scene =>
	scene.do({
		type: 'connection/lost',
		failure: lost,
		atMillis: scene.nowMillis,
		retryAtMillis: scene.nowMillis + 3000,
	});

const logsOf = (status: LogsStatus): Scene => {
	const scene = measured(connected(richWorld)).select('shop-postgres-1');
	const target = scene.targetOf('shop-postgres-1');
	return scene.do(
		{type: 'logs/opened', target, version: 0},
		{type: 'logs/changed', status, sources: new Map()},
	);
};

const after = (level: 'success' | 'info' | 'error', text: string): Scene =>
	ready().do({type: 'message/added', level, text, atMillis: startMillis});

const inTab = (tab: TabId): Scene => {
	const about = {key: keyOf('shop-api-1'), atMillis: startMillis} as const;
	return ready().do(
		{type: 'detail/loaded', ...about, kind: 'setup', value: richSetup},
		{type: 'detail/loaded', ...about, kind: 'health', value: richSetup.health},
		{type: 'frame/tab-chosen', tab},
	);
};

/** The moments that every area of the screen has to draw well. */
export const scenes = {
	loading: () => new Scene(),
	empty: () => connected([]),
	unmeasured: () => connected(richWorld),
	ready,
	heading: () => ready().select('project:shop'),
	service: () => ready().select('service:shop/api'),
	folded: () => ready().select('project:shop').do({type: 'list/folded', group: 'project:shop'}),
	stopped: () => ready().select('billing-report-1'),
	restarting: () => ready().select('billing-cron-1'),
	unhealthy: () => ready().select('shop-mailer-1'),
	hostile: () => ready().select(hostileName),
	stale: () => losing(ready()).wait(42_000),
	refused: () => losing(new Scene()),
	crowd: () => connected(manyContainers(500)),
	nothingFound: () => ready().do({type: 'list/filtered', text: 'no-such-thing'}),
	badFilter: () => ready().do({type: 'list/filtered', text: '/(/'}),
	runningOnly: () => ready().do({type: 'list/stopped-toggled'}),
	frozen: () => ready().do({type: 'list/freeze-toggled', atMillis: startMillis}).wait(5000),
	busy: () =>
		ready()
			.do(
				{
					type: 'task/started',
					id: 1,
					key: keyOf('shop-web-1'),
					verb: 'restart',
					atMillis: startMillis,
				},
				{
					type: 'task/started',
					id: 2,
					key: keyOf('shop-api-2'),
					verb: 'stop',
					atMillis: startMillis,
				},
				{type: 'task/waited', key: keyOf('shop-web-1')},
			)
			.wait(1400),
	success: () => after('success', 'restarted shop/web in 1.4s'),
	info: () => after('info', 'shop/web was already stopped'),
	error: () => after('error', 'stop shop/web failed: 409 already in progress'),
	held: () =>
		ready().do({type: 'frame/focused', pane: 'logs'}, {type: 'logs/held', held: {seq: 7, row: 6}}),
	logsOpening: () => logsOf({kind: 'opening'}),
	logsSilent: () => logsOf({kind: 'following'}),
	logsEnded: () => logsOf({kind: 'ended'}),
	logsFailed: () =>
		logsOf({
			kind: 'failed',
			failure: {
				kind: 'unsupported',
				message: 'configured logging driver does not support reading',
				hint: 'the container logs with syslog; read them there',
			},
		}),
	stats: () => ready().do({type: 'frame/tab-chosen', tab: 'stats'}),
	overview: () => inTab('overview'),
	environment: () => inTab('env').do({type: 'frame/focused', pane: 'logs'}),
	mounts: () => inTab('mounts'),
	networks: () => inTab('network'),
	probes: () => inTab('health'),
} as const satisfies Readonly<Record<string, () => Scene>>;

export type SceneName = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as readonly SceneName[];
