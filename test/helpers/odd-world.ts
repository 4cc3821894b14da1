import type {Container} from '../../source/model/container.ts';
import {boundedJson} from '../../source/model/json.ts';
import type {ContainerSetup} from '../../source/model/setup.ts';
import type {Action} from '../../source/store/action.ts';
import {
	aContainer,
	aLine,
	anEngine,
	aSetup,
	aUsage,
	exited,
	keyOf,
	someDetails,
	startMillis,
} from './builders.ts';
import {Scene} from './view-states.ts';

/** Every second one runs, every third is in a project; its texts are in every field that there is. */
const oddContainer = (text: string, index: number): Container =>
	aContainer(text, {
		...{image: `${text}/${text}:latest`, command: `${text} --flag ${text}`},
		labels: {[text]: text, 'com.example.team': text},
		networks: [{name: text}],
		mounts: [{type: 'bind', source: `/${text}`, destination: `/${text}`, writable: true}],
		...(index % 2 === 0 ? {} : exited(index)),
		...(index % 3 === 0 ? {compose: {project: text, service: text, number: 1, oneOff: false}} : {}),
		health: {
			...{kind: 'unhealthy', failingStreak: 9},
			lastProbe: {atMillis: startMillis - 9000, exitCode: 1, output: `${text}\n${text}`},
		},
		details: someDetails({
			...{hasHealthCheck: true, startedAtMillis: startMillis - 3_600_000 * (index + 1)},
			...{error: text, user: text, workingDirectory: `/${text}`},
			health: {kind: 'unhealthy', failingStreak: 9},
		}),
	});

const oddSetup = (texts: readonly string[]): ContainerSetup =>
	aSetup({
		entrypoint: texts,
		command: texts,
		hostname: texts[0] ?? '',
		env: texts.map(text => `${text}=${text}`),
		mounts: texts.map(text => ({
			...{type: 'volume', name: text, target: `/${text}`, isWritable: true, driver: text},
			source: `/var/lib/docker/volumes/${text}/_data`,
		})),
		networks: texts.map(text => ({name: text, address: '172.20.0.4/16', aliases: [text, text]})),
		extraHosts: texts.map(text => `${text}:127.0.0.1`),
		health: {
			check: {command: texts, isShell: false, retries: 3},
			...{status: 'unhealthy', failingStreak: 4},
			runs: texts.map((text, index) => ({
				...{startedAtMillis: startMillis - index * 1000, tookMillis: 90, exitCode: 1},
				output: `${text}\n${text}`,
			})),
		},
	});

const detailsOf = (name: string, texts: readonly string[]): readonly Action[] => {
	const about = {type: 'detail/loaded', key: keyOf(name), atMillis: startMillis} as const;
	const setup = oddSetup(texts);
	const document = boundedJson(Object.fromEntries(texts.map(text => [text, [text, {[text]: 1}]])));
	return [
		{...about, kind: 'setup', value: setup},
		{...about, kind: 'health', value: setup.health},
		{...about, kind: 'document', value: document},
		{...about, kind: 'other', value: undefined},
		{...about, kind: 'volumes', value: texts.map(text => ({name: text, bytes: 5e6, users: 2}))},
		{
			...about,
			kind: 'changes',
			value: {
				changes: texts.map(text => ({kind: 'added', path: `/${text}/${text}`})),
				total: texts.length,
			},
		},
		{
			...about,
			kind: 'processes',
			value: [
				{
					atMillis: startMillis,
					processes: texts.map((text, index) => ({
						...{pid: index + 2, parentPid: 1, user: text, lifeCpuPercent: index},
						...{cpuMillis: 100, memoryBytes: 3e7, command: `${text} ${text}`},
					})),
					total: texts.length,
					cpuStepMillis: 10,
				},
			],
		},
	];
};

/** Everything that a screen can show, called by these texts; the first of them is selected. */
export const oddScene = (texts: readonly string[]): Scene => {
	const containers = texts.map(oddContainer);
	const scene = new Scene().do(
		{
			type: 'connection/opened',
			engine: {...anEngine, name: texts[0] ?? '', version: texts[1] ?? ''},
			atMillis: startMillis,
		},
		{type: 'containers/listed', containers, atMillis: startMillis},
		{
			type: 'stats/sampled',
			usages: texts.map((text, index) => [keyOf(text), aUsage(text, index * 3)]),
		},
		{type: 'list/reordered', atMillis: startMillis},
	);
	for (const {ref, name} of containers)
		scene.do({
			type: 'timeline/heard',
			event: {kind: 'container.died', ref, name, exitCode: 137, atMillis: startMillis - 60_000},
		});
	const [first = ''] = texts;
	scene
		.select(first)
		.say(...texts.map((text, index) => [first, aLine(text, startMillis + index)] as const));
	return scene
		.do({type: 'logs/changed', status: {kind: 'following'}, sources: new Map()})
		.do(...detailsOf(first, texts), {type: 'trees/all-turned', tree: 'config', all: 'open'})
		.do({type: 'message/added', level: 'error', text: texts.join(' '), atMillis: startMillis});
};
