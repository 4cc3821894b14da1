import {formatClock} from '../../../format/clock.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {isMadeBy, madeBy} from '../../../model/compose/labels.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import {shortId} from '../../../model/ids.ts';
import {
	type ComposeEntry,
	type ProjectEntry,
	projectOfEntry,
	type ServiceEntry,
} from '../../../store/select-compose.ts';
import {whyNoFiles} from '../../../store/why-no-compose.ts';
import {formatPorts} from '../../panes/detail/ports.ts';
import type {View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {keyOf} from '../../widgets/key-name.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {marksOf, stateWords, whyUnmetNow} from './entry-words.ts';
import {graphOf} from './graph.ts';
import {graphSection, orderWords} from './graph-section.ts';

const labelCells = 10;
const mostContainers = 6;
const mostWaits = 12;

/** What is known of a project, or of one service of it. */
export const entryFacts = (
	view: View,
	entry: ComposeEntry,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	const project = projectOfEntry(view.state, entry);
	const files = project === undefined ? [] : fileFacts(view, project, width);
	const own =
		entry.kind === 'project'
			? [...files, ...strayFacts(entry, width)]
			: [...serviceFacts(view, entry, width), ...files];
	const keys = keyLines(view, width);
	if (project === undefined) return [...own, ...keys];
	const room = height - own.length - keys.length;
	const graph = graphSection(view, entry, project, {width, height: room});
	return graph.length > 0
		? [...own, ...keys, ...graph]
		: [...own, ...orderFact(view, project, width), ...keys];
};

/** Where there is no room for a drawing. */
const orderFact = ({symbols}: View, project: ProjectEntry, width: number): readonly Line[] => {
	const graph = graphOf(project);
	return graph.columns.length < 2 ? [] : fact('starts', orderWords(graph, symbols), width);
};

/** Where its files are, and what became of reading them. */
const fileFacts = (
	view: View,
	{name, containers}: ProjectEntry,
	width: number,
): readonly Line[] => {
	const {state, zoneOffsetMinutes} = view;
	const {tool, places, readings} = state.compose;
	const why = whyNoFiles(state, name);
	const place = places.get(name);
	const reading = readings.get(name);
	const program =
		tool === undefined || 'problem' in tool ? [] : [tool.argv.join(' '), tool.version];
	const made = containers.map(madeBy).find(version => version !== undefined);
	const read =
		reading?.readAtMillis === undefined
			? undefined
			: `read at ${formatClock(reading.readAtMillis, {offsetMinutes: zoneOffsetMinutes})}`;
	return [
		...(why === undefined ? [] : fact('files', why, width, 'warn')),
		...(place === undefined || 'problem' in place
			? []
			: [...place.files, ...place.envFiles].flatMap((file, index) =>
					fact(index === 0 ? 'files' : '', file, width),
				)),
		...(reading?.problem === undefined ? [] : fact('problem', reading.problem, width, 'err')),
		...(place === undefined || 'problem' in place
			? []
			: place.cautions.flatMap(text => fact('caution', text, width, 'warn'))),
		...fact(
			'compose',
			[program.join(' '), read, made && `made by ${made}`].filter(Boolean).join(', '),
			width,
		),
	];
};

/** What is not as the files say, by name. */
const strayFacts = ({services}: ProjectEntry, width: number): readonly Line[] => {
	const named = (drift: ServiceEntry['drift']): string =>
		services
			.filter(each => each.drift === drift)
			.map(({name}) => name)
			.join(', ');
	return [
		...fact('differs', named('differs'), width, 'warn'),
		...fact('missing', named('not-created'), width, 'info'),
		...fact('stray', named('orphan'), width, 'warn'),
	];
};

const serviceFacts = (view: View, entry: ServiceEntry, width: number): readonly Line[] => [
	...containerFacts(view, entry, width),
	...entry.waits.slice(0, mostWaits).flatMap((wait, index) => {
		const why = whyUnmetNow(view.state, entry.project, wait);
		const until = wait.condition.replace(/^service_/, '').replaceAll('_', ' ');
		const text = `${wait.service} (${until})${why === undefined ? '' : `: ${why}`}`;
		return fact(index === 0 ? 'waits for' : '', text, width, why === undefined ? undefined : 'err');
	}),
	...fact(
		'',
		entry.waits.length > mostWaits ? `and ${entry.waits.length - mostWaits} more` : '',
		width,
	),
	...fact('needed by', dependants(view, entry), width),
	...fact('drift', driftWords(view, entry), width, entry.drift === 'same' ? 'muted' : 'warn'),
	...fact(
		'image',
		[
			entry.file?.image ?? entry.containers[0]?.image,
			entry.file?.hasBuild === true ? 'built from its files' : '',
		]
			.filter(Boolean)
			.join(', '),
		width,
	),
];

const containerFacts = (view: View, {containers}: ServiceEntry, width: number): readonly Line[] => {
	const {symbols, state} = view;
	const shown = containers.slice(0, mostContainers);
	const left = containers.length - shown.length;
	return [
		...shown.map(
			(container): Line =>
				shorten(
					[
						plain(' '),
						...marksOf([container], symbols),
						plain(` ${qualifiedName(container)}  ${shortId(container.ref.id)}  `),
						stateWords([container], state, symbols),
						styled('muted', `  ${formatPorts(container.ports)}`),
					],
					width,
					symbols.ellipsis,
				),
		),
		...(left > 0 ? [[styled('muted', ` and ${left} more`)]] : []),
	];
};

const dependants = ({state}: View, entry: ServiceEntry): string =>
	(projectOfEntry(state, entry)?.services ?? [])
		.filter(({waits}) => waits.some(({service}) => service === entry.name))
		.map(({name}) => name)
		.join(', ');

const driftWords = ({state}: View, {drift, containers, file}: ServiceEntry): string => {
	switch (drift) {
		case 'same':
			return 'none: made of what the files say';
		case 'differs':
			return 'the files or the image have changed since it was made; up makes it anew';
		case 'not-created':
			return 'in the files, and there is no container of it; up makes it';
		case 'orphan':
			return 'the files do not have it any more';
		case 'unknown': {
			const {tool} = state.compose;
			const isOther =
				tool !== undefined &&
				!('problem' in tool) &&
				!containers.every(each => isMadeBy(each, tool));
			return file !== undefined && isOther
				? 'not known: made by another Compose, which counts differently; up makes it anew'
				: '';
		}
	}
};

/** On as many lines as it takes; none where there is nothing to say. */
const fact = (
	label: string,
	text: string,
	width: number,
	token?: 'warn' | 'err' | 'info' | 'muted',
): readonly Line[] =>
	wrapWords(text, Math.max(8, width - labelCells - 2)).map(
		(part, index): Line => [
			styled('muted', ` ${(index === 0 ? label : '').padEnd(labelCells)}`),
			token === undefined ? plain(part) : styled(token, part),
		],
	);

const keys = [
	...(['up', 'down', 'build', 'pull', 'recreate', 'scale', 'run', 'config', 'read'] as const),
	...(['run-terminal', 'down-volumes'] as const),
];

/** What can be done here, of which the footer has room for a part only. */
const keyLines = (view: View, width: number): readonly Line[] => {
	const parts = keys.flatMap((verb): readonly Line[] => {
		const key = keyOf(view, `project.${verb}`);
		const command = view.keymap.byId.get(`project.${verb}`);
		return key === undefined || command?.hint === undefined
			? []
			: [[styled('info', key, {bold: true}), plain(` ${command.hint}`)]];
	});
	const line = fitting(parts, width - 2);
	return lineWidth(line) === 0 ? [] : [[plain(' '), ...line]];
};
