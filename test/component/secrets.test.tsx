import {describe, expect, test} from 'vitest';
import {crashReport} from '../../source/app/crash-report.ts';
import {reasonOf} from '../../source/app/last-words.ts';
import {type FigureRow, figuresCsv, figuresJson} from '../../source/format/figure-rows.ts';
import {logLineJson, logLineText} from '../../source/format/log-text.ts';
import {toJson} from '../../source/headless/json.ts';
import {toTable} from '../../source/headless/table.ts';
import {composeArguments} from '../../source/model/compose/arguments.ts';
import {qualifiedName} from '../../source/model/container-facts.ts';
import {EngineError} from '../../source/model/engine-error.ts';
import {contentOf} from '../../source/model/files/file-content.ts';
import {boundedJson} from '../../source/model/json.ts';
import {actionTarget} from '../../source/store/act/action-request.ts';
import type {Action} from '../../source/store/action.ts';
import {toFailure} from '../../source/sync/failure.ts';
import {type Area, layout, pageLayout} from '../../source/view/frame/layout.ts';
import {paintArea} from '../../source/view/frame/paint-area.ts';
import {paintOverlay, placeOverlay} from '../../source/view/overlays/index.ts';
import {Speaker} from '../../source/view/spoken/speaker.ts';
import {
	aContainer,
	aLine,
	anEngine,
	aSetup,
	keyOf,
	someDetails,
	startMillis,
} from '../helpers/builders.ts';
import {aPlace, legacyTool} from '../helpers/compose.ts';
import {everyScreen} from '../helpers/every-screen.ts';
import {type AnySecret, secretCorpus} from '../helpers/secret-corpus.ts';
import {User} from '../helpers/user.ts';
import {Scene} from '../helpers/view-states.ts';

// Promise P16: two hundred secrets in everything that is foreign, on every screen, spoken, printed and in
// the last words; none is shown. The text of a log is the user's own and shown as it is.

const perScene = 10;
const groups = Array.from({length: secretCorpus.length / perScene}, (_, index) =>
	secretCorpus.slice(index * perScene, (index + 1) * perScene),
);

const assignment = ({name, value}: AnySecret): string => `${name}=${value}`;

/** As a program is told it. */
const option = ({name, value, isTold}: AnySecret): readonly string[] =>
	isTold ? [value] : [`--${name.toLowerCase().replaceAll('_', '-')}`, value];

const holderOf = (secrets: readonly AnySecret[]) => {
	const error = `exec failed: ${secrets.map(assignment).join(' : ')}`;
	const command = ['serve', ...secrets.flatMap(option)];
	const health = {
		kind: 'unhealthy',
		failingStreak: 3,
		lastProbe: {atMillis: startMillis, exitCode: 1, output: error},
	} as const;
	return {error, command, health};
};

const sceneOf = (secrets: readonly AnySecret[]): Scene => {
	const {error, command, health} = holderOf(secrets);
	const labels = Object.fromEntries(secrets.map(({name, value}) => [`app.${name}`, value]));
	const held = aContainer('api', {
		...{health, labels, command: command.join(' '), state: 'exited', status: 'Exited (1)'},
		details: someDetails({error, exitCode: 1, finishedAtMillis: startMillis, health}),
	});
	const about = {key: keyOf('api'), atMillis: startMillis} as const;
	const setup = aSetup({
		...{env: secrets.map(assignment), command, entrypoint: command},
		health: {
			check: {command, isShell: true, retries: 3},
			runs: [{startedAtMillis: startMillis, tookMillis: 10, exitCode: 1, output: error}],
		},
	});
	const document = boundedJson({
		Args: command,
		Config: {Env: secrets.map(assignment), Labels: labels, Cmd: command},
		State: {Error: error},
	});
	const processes = [{atMillis: startMillis, total: 1, cpuStepMillis: 10, processes: []}];
	const failure = toFailure(new EngineError('internal', error));
	const loaded = [
		{type: 'detail/loaded', ...about, kind: 'setup', value: setup},
		{type: 'detail/loaded', ...about, kind: 'health', value: setup.health},
		{type: 'detail/loaded', ...about, kind: 'document', value: document},
		{type: 'detail/loaded', ...about, kind: 'processes', value: processes},
		{type: 'detail/failed', key: about.key, kind: 'changes', failure},
	] as const;
	const engine = {...anEngine, name: 'prod', cpus: 8};
	const text = `restart api failed: ${error}`;
	return new Scene().do(
		{type: 'connection/opened', engine, atMillis: startMillis},
		{type: 'containers/listed', containers: [held], atMillis: startMillis},
		{type: 'selection/moved', row: keyOf('api'), index: 0},
		...loaded,
		{type: 'message/added', level: 'error', text, atMillis: startMillis},
		{
			...{type: 'timeline/acted', key: about.key, verb: 'restart', outcome: 'error', text},
			atMillis: startMillis,
		},
		{type: 'program/started', name: 'deploy', text: command.join(' '), atMillis: startMillis},
		{type: 'program/written', lines: secrets.map(assignment)},
		{type: 'trees/all-turned', tree: 'config', all: 'open'},
	);
};

/** What is drawn of it at a size: all areas, and what lies over them. */
const drawn = (scene: Scene, columns: number, rows: number): string => {
	const {view: screen, zoomed, focus, sizes, overlays} = scene.state.frame;
	const place =
		screen === 'dashboard'
			? layout(columns, rows, zoomed ? focus : undefined, sizes)
			: pageLayout(columns, rows);
	const view = scene.view(columns, rows);
	const {size: _, ...areas} = place;
	const overlay = overlays.at(-1);
	const over = overlay && placeOverlay(view, overlay, {columns, rows, layout: place});
	return [
		...Object.entries(areas).flatMap(([area, rect]) =>
			paintArea(view, area as Area, rect.width, rect.height),
		),
		...(overlay && over ? paintOverlay(view, overlay, over.width, over.height) : []),
	]
		.map(line => line.map(({text}) => text).join(''))
		.join('\n');
};

const piece = 8;
/** More than the menu of actions has. */
const mostItems = 14;

/** The lines in which a beginning or an end of one is seen: a line may part them. */
const seenIn = (text: string, secrets: readonly AnySecret[]): readonly string[] =>
	text
		.split('\n')
		.filter(line =>
			secrets.some(
				({secret}) => line.includes(secret.slice(0, piece)) || line.includes(secret.slice(-piece)),
			),
		);

const lost = (text: string): Action => ({
	...{type: 'connection/lost', atMillis: startMillis, retryAtMillis: startMillis + 3000},
	failure: toFailure(new EngineError('unreachable', text)),
});

describe.each([
	[200, 60],
	[100, 40],
	[80, 24],
] as const)('%dx%d', (columns, rows) => {
	test.each(Object.entries(everyScreen))('%s shows none', (_name, actions) => {
		for (const secrets of groups) {
			const text = drawn(sceneOf(secrets).do(...actions), columns, rows);
			expect(seenIn(text, secrets)).toEqual([]);
		}
	});
});

test('none is shown of a file that is viewed, nor in the menu of what can be copied', () => {
	for (const secrets of groups) {
		const bytes = Buffer.from(secrets.map(assignment).join('\n'));
		const content = contentOf(bytes, bytes.length);
		const scene = sceneOf(secrets).do(
			{type: 'frame/view-chosen', view: 'files'},
			{type: 'file/wanted', path: '/app/.env'},
			{type: 'file/read', path: '/app/.env', content},
		);
		const viewed = drawn(scene, 200, 60);
		expect(secrets.filter(({name}) => viewed.includes(name)).length).toBeGreaterThan(0);
		const [held] = scene.state.containers.byKey.values();
		const targets = held === undefined ? [] : [actionTarget(held)];
		const menu = {kind: 'menu', menu: 'copy', targets, subject: 'api', index: 6} as const;
		const offered = drawn(scene.open(menu), 200, 60);
		expect(offered).toContain('command in full');
		expect(seenIn(`${viewed}\n${offered}`, secrets)).toEqual([]);
	}
});

test('none is read out, in any tab, nor why the engine was lost', () => {
	for (const secrets of groups) {
		const {error} = holderOf(secrets);
		for (const [, actions] of Object.entries(everyScreen)) {
			const scene = sceneOf(secrets).do(...actions);
			const speaker = new Speaker();
			const said = [
				...speaker.speak(scene.view(80, 60)),
				...speaker.speak(scene.do(lost(error)).view(80, 60)),
			];
			expect(seenIn(said.join('\n'), secrets)).toEqual([]);
		}
	}
});

test('none is printed, as a table, as JSON, or as the last words', () => {
	for (const secrets of groups) {
		const {containers, usages} = sceneOf(secrets).state;
		const snapshot = {engine: anEngine, containers: [...containers.byKey.values()], usages};
		const {error} = holderOf(secrets);
		const text = secrets.flatMap(option).join(' ');
		const printed = [
			toJson(snapshot),
			toTable(snapshot, startMillis, {isAscii: false}),
			reasonOf(new Error(error)),
			crashReport(new Error(error), {
				...{atMillis: startMillis, trail: [error, text]},
				facts: {engine: error},
			}),
		].join('\n');
		expect(seenIn(printed, secrets)).toEqual([]);
	}
});

test('none is in what is exported, or in a docker command that is copied', () => {
	for (const secrets of groups) {
		const containers = [...sceneOf(secrets).state.containers.byKey.values()];
		const user = new User({containers});
		user.press('g', 'x');
		for (let item = 0; item < mostItems; item++) user.press('ctrl+y', 'down');
		const copied = user.asked.join('\n');
		expect(copied).toContain('docker ');
		const rows = containers.map(
			(container): FigureRow => ({
				...{container: qualifiedName(container), atMillis: startMillis, cpuPercent: 1},
				...{memoryBytes: 1, netRxBytesPerSecond: 1, netTxBytesPerSecond: 1},
				...{blockReadBytesPerSecond: 1, blockWriteBytesPerSecond: 1},
			}),
		);
		const exported = [...figuresCsv(rows), ...figuresJson(rows)].join('\n');
		expect(exported).toContain('api');
		expect(seenIn(`${copied}\n${exported}`, secrets)).toEqual([]);
	}
});

test('none is in what Compose is asked to do, where that is told', () => {
	for (const secrets of groups) {
		const words = secrets.flatMap(option);
		const argv = composeArguments(legacyTool, aPlace(), {verb: 'run', service: 'api', argv: words});
		if ('problem' in argv) throw new Error(argv.problem);
		const scene = sceneOf(secrets).do(
			{type: 'program/started', name: 'run shop/api', text: argv.join(' '), atMillis: startMillis},
			{type: 'message/added', level: 'success', text: argv.join(' '), atMillis: startMillis},
			{type: 'overlay/opened', overlay: {kind: 'output', top: 0}},
		);
		const text = drawn(scene, 200, 60);
		expect(text).toContain('run');
		expect(seenIn(text, secrets)).toEqual([]);
		expect(seenIn(scene.state.messages.map(each => each.text).join('\n'), secrets)).toEqual([]);
	}
});

test('the text of a log is as its program wrote it, what stands around it is not', () => {
	const [secret] = secretCorpus;
	if (secret === undefined) throw new Error('there are no secrets');
	const said = assignment(secret);
	const line = aLine(said, startMillis);
	expect(logLineText(line)).toContain(secret.secret);
	expect(JSON.parse(logLineJson(line, {source: 'api'}))).toMatchObject({text: said});
});

test('a screen that covered nothing would be found', () => {
	const [secrets = []] = groups;
	expect(seenIn(secrets.map(assignment).join('\n'), secrets)).toHaveLength(perScene);
	const text = drawn(sceneOf(secrets).do({type: 'frame/tab-chosen', tab: 'env'}), 200, 60);
	expect(secrets.filter(({name}) => text.includes(name)).length).toBeGreaterThan(0);
});
