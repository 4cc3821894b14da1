import {formatBytes} from '../../../format/bytes.ts';
import {formatAge} from '../../../format/duration.ts';
import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {Container, ContainerDetails, Port} from '../../../model/container.ts';
import {exitCodeMeaning, healthOf} from '../../../model/container-facts.ts';
import {refKey, shortId} from '../../../model/ids.ts';
import {maskSecrets} from '../../../model/secrets.ts';
import {selectedContainer} from '../../../store/select-target.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {factLines, flowLines} from '../../widgets/fact-lines.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {bold, labelled, plain, styled} from '../../widgets/spans.ts';
import {exitSentence, lastLine, stateLine} from '../detail/facts.ts';
import {detailLines} from '../detail/paint-detail.ts';
import {usageFacts} from '../detail/usage-facts.ts';
import {knownEngineMillis} from '../known-millis.ts';
import {composeLines, overviewCells, setupLines} from './overview-setup.ts';
import type {TabSpec} from './tab.ts';

/** What is known of a container at a glance, what is asked most first; of a heading its containers. */
export const overviewTab: TabSpec = {
	short: 'Info',
	needs: ['setup'],
	body(view, width) {
		const container = selectedContainer(view.state);
		return container === undefined
			? detailLines(view, width, Number.MAX_SAFE_INTEGER)
			: {lines: drawn(view, container, width)};
	},
};

/** From so many cells on it stands in two columns. */
const leastWide = 130;
const gap = 3;

const drawn = (view: View, container: Container, width: number): readonly Line[] => {
	if (width < leastWide)
		return [...itself(view, container, width), ...around(view, container, width)];
	const left = Math.floor((width - gap) / 2);
	const right = width - gap - left;
	return sideBySide([
		itself(view, container, left).map(line => fitLine(line, left + gap)),
		around(view, container, right).map(line => fitLine(line, right)),
	]);
};

/** What it is and how it goes. */
const itself = (view: View, container: Container, width: number): readonly Line[] => {
	const {state, symbols} = view;
	const {details, ref} = container;
	const place = {width, cells: overviewCells};
	const usage = (state.list.frozen?.usages ?? state.usages).get(refKey(ref));
	return [
		stateLine(container, symbols, knownEngineMillis(state)),
		...troubleLines(container, width),
		...factLines('image', container.image, place, bold),
		...factLines('command', maskSecrets(container.command), place),
		...flowLines('id', identity(container, details), place),
		...(details === undefined ? [] : flowLines('restart', restartFacts(view, container), place)),
		...(details === undefined ? [] : flowLines('limits', limitFacts(details), place)),
		...usageFacts(usage, width - overviewCells).map(
			(line, row): Line => [
				styled('muted', (row === 0 ? 'usage' : '').padEnd(overviewCells)),
				...line,
			],
		),
	];
};

/** What it has from the machine, from Compose and from whoever made it. */
const around = (view: View, container: Container, width: number): readonly Line[] => {
	const {symbols} = view;
	const place = {width, cells: overviewCells};
	return [
		...flowLines(
			'ports',
			container.ports.map(port => portLine(view, port)),
			place,
		),
		...flowLines(
			'networks',
			container.networks.map(({name, ipAddress}) => [
				plain([name, ipAddress].filter(Boolean).join(' ')),
			]),
			place,
		),
		...container.mounts.flatMap(({source, destination, writable}, index) =>
			factLines(
				index === 0 ? 'mounts' : '',
				`${source} ${symbols.arrow} ${destination}${writable ? '' : ' (ro)'}`,
				place,
			),
		),
		...composeLines(view, container, width),
		...setupLines(view, container, width),
	];
};

/** Why it does not run, or what its probe says. */
const troubleLines = (container: Container, width: number): readonly Line[] => {
	const health = healthOf(container);
	const probe =
		health.kind === 'unhealthy' && health.lastProbe !== undefined
			? `exit ${health.lastProbe.exitCode} ${maskSecrets(lastLine(health.lastProbe.output))}`
			: '';
	const red = (text: string) => styled('err', text);
	return [
		...factLines('', exitSentence(container), {width, cells: 0}, red),
		...factLines('', maskSecrets(container.details?.error ?? ''), {width, cells: 0}, red),
		...factLines('probe', probe, {width, cells: overviewCells}, red),
	];
};

const identity = ({ref}: Container, details: ContainerDetails | undefined): readonly Line[] => [
	[plain(shortId(ref.id))],
	...(details?.pid ? [labelled('pid', String(details.pid))] : []),
	...(details === undefined
		? []
		: [
				labelled('user', details.user || 'root'),
				labelled('workdir', details.workingDirectory || '/'),
				labelled('log', details.logDriver),
			]),
];

const restartFacts = ({state}: View, container: Container): readonly Line[] => {
	const {restartPolicy = 'no', restartCount} = container.details ?? {};
	const count = restartCount ? [labelled('restarts', String(restartCount))] : [];
	return [
		[plain(restartPolicy === 'no' ? 'never by itself' : restartPolicy)],
		...(count.length === 0 ? [[styled('muted', 'no restarts')]] : count),
		...lastExit(state, container),
	];
};

/** How it ended before it was started again, as far as it was heard. */
const lastExit = (state: State, {ref, state: now}: Container): readonly Line[] => {
	const key = refKey(ref);
	const died = state.timeline.findLast(
		entry => entry.key === key && entry.event.kind === 'container.died',
	);
	if (now === 'exited' || died?.event.kind !== 'container.died') return [];
	const {exitCode} = died.event;
	const meaning = exitCode === undefined ? undefined : exitCodeMeaning(exitCode);
	const ago = formatAge(knownEngineMillis(state) - died.atMillis);
	const code = exitCode === undefined ? '' : ` ${exitCode}`;
	return [labelled('last exit', `${code.trim()}${meaning ? ` ${meaning}` : ''}, ${ago} ago`)];
};

const limitFacts = ({limits}: ContainerDetails): readonly Line[] => {
	const {cpus, memoryBytes, pids} = limits;
	return [
		labelled('cpu', cpus === undefined ? 'none' : cpus.toFixed(1)),
		labelled('mem', memoryBytes === undefined ? 'none' : formatBytes(memoryBytes)),
		labelled('pids', pids === undefined ? 'none' : String(pids)),
	];
};

const portLine = (
	{symbols}: View,
	{ip = '0.0.0.0', publicPort, privatePort, protocol}: Port,
): Line =>
	publicPort === undefined
		? [styled('muted', `${privatePort}/${protocol} exposed`)]
		: [
				styled('info', `${ip.includes(':') ? `[${ip}]` : ip}:${publicPort}`),
				styled('muted', ` ${symbols.arrow} `),
				plain(`${privatePort}/${protocol}`),
			];
