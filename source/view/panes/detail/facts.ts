import {formatBytes} from '../../../format/bytes.ts';
import {formatAge, formatDuration} from '../../../format/duration.ts';
import {fitLine} from '../../../format/line.ts';
import type {Line, Token} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container} from '../../../model/container.ts';
import {ageMillis, exitCode, exitCodeMeaning, healthOf} from '../../../model/container-facts.ts';
import {shortId} from '../../../model/ids.ts';
import {maskSecrets} from '../../../model/secrets.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import {besideLabel, flowLines} from '../../widgets/fact-lines.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {labelled, plain, shorten, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {healthMark, stateMark} from '../list/marks.ts';
import {formatPorts} from './ports.ts';
import {usageFacts} from './usage-facts.ts';

/** Of the column of labels. */
const labelCells = 6;
/** From so many cells on most of it stands in two columns. */
const leastWide = 84;
const gap = 2;

/** A container, and what it uses where that is measured. */
interface Known {
	readonly container: Container;
	readonly usage: ContainerUsage | undefined;
	readonly symbols: Symbols;
	readonly nowMillis: number;
}

/** What is known of a container, the most asked for first, in lines of at most `width` cells. */
export const containerFacts = (known: Known, width: number): readonly Line[] => {
	const {container, symbols, nowMillis} = known;
	const still = stillFacts(known, width);
	const first = [stateLine(container, symbols, nowMillis), ...still.top];
	if (width < leastWide) {
		const {command, identity, setup, places} = still;
		const usage = usageLines(known, width);
		return [...first, ...identity, ...command, ...setup, ...places, ...usage];
	}
	const {left} = halves(width);
	const itself = [...still.identity, ...still.setup, ...usageLines(known, left)];
	const columns = [
		itself.map(line => fitLine(line, left + gap, 'left', symbols.ellipsis)),
		still.places,
	];
	return [...first, ...still.command, ...sideBySide(columns)];
};

const halves = (width: number): {readonly left: number; readonly right: number} => {
	const left = Math.floor((width - gap) / 2);
	return {left, right: width - gap - left};
};

/** What neither time nor figures change. */
interface StillFacts {
	readonly width: number;
	readonly symbols: Symbols;
	readonly top: readonly Line[];
	readonly command: readonly Line[];
	readonly identity: readonly Line[];
	readonly setup: readonly Line[];
	readonly places: readonly Line[];
}

/** Made once for a container as it is: it is wrapped and looked through for secrets, and drawn each second. */
const stillFacts = (known: Known, width: number): StillFacts => {
	const {container, symbols} = known;
	const before = still.get(container);
	if (before?.width === width && before.symbols === symbols) return before;
	const {left, right} = width < leastWide ? {left: width, right: width} : halves(width);
	const facts = {
		...{width, symbols},
		top: [
			...troubleLines(container, width, symbols),
			...wrapped('image', container.image, width, symbols),
		],
		command: wrapped('cmd', maskSecrets(container.command), width, symbols),
		identity: identityLines(known, left),
		setup: setupLines(known, left),
		places: placeLines(known, right),
	};
	still.set(container, facts);
	return facts;
};

const still = new WeakMap<Container, StillFacts>();

const identityLines = ({container, symbols}: Known, width: number): readonly Line[] => {
	const {details, ref} = container;
	const facts = [
		[plain(shortId(ref.id))],
		...(details?.pid ? [labelled('pid', String(details.pid))] : []),
		labelled('restarts', String(details?.restartCount ?? symbols.unknown)),
		...(details ? [labelled('policy', details.restartPolicy || 'no')] : []),
	];
	return flowLines('id', facts, {width, cells: labelCells});
};

/** Where it can be reached, and what it keeps where. */
const placeLines = ({container, symbols}: Known, width: number): readonly Line[] => {
	const {ports, networks, mounts} = container;
	const names = networks.map(({name, ipAddress}) => [name, ipAddress].filter(Boolean).join(' '));
	return [
		...wrapped('ports', formatPorts(ports), width, symbols),
		...flowLines(
			'nets',
			names.map(name => [plain(name)]),
			{width, cells: labelCells},
		),
		...mounts.flatMap(({source, destination, writable}) => {
			const text = `${source} ${symbols.arrow} ${destination}${writable ? '' : ' (ro)'}`;
			return wrapped('mount', text, width, symbols);
		}),
	];
};

const usageLines = ({usage}: Known, width: number): readonly Line[] =>
	besideLabel('usage', usageFacts(usage, width - labelCells), {width, cells: labelCells});

/** A shell script as command shall not push everything else out. */
const maxLines = 3;

/** A label and its value, on several lines where one is too short; nothing without a value. */
const wrapped = (
	label: string,
	value: string,
	width: number,
	{ellipsis}: Symbols,
	token?: Token,
): readonly Line[] => {
	const indent = label === '' ? 0 : labelCells;
	const room = Math.max(1, width - indent);
	const texts = wrapWords(value, room);
	const rest = texts.slice(maxLines - 1).join(' ');
	const shown = texts.length > maxLines ? [...texts.slice(0, maxLines - 1), rest] : texts;
	const lines = shown.map(text => {
		const span = token === undefined ? plain(text) : styled(token, text);
		return shorten([span], room, ellipsis);
	});
	return besideLabel(label, lines, {width, cells: indent});
};

export const stateLine = (container: Container, symbols: Symbols, nowMillis: number): Line => {
	const age = ageMillis(container, nowMillis);
	const health = healthOf(container);
	const healthSpans: Line =
		container.state !== 'running'
			? []
			: [
					healthMark(container, symbols),
					plain(` ${health.kind === 'none' ? 'no health check' : health.kind}`),
				];
	const since =
		container.state === 'running'
			? ` ${formatDuration(age)}`
			: age === undefined
				? ''
				: ` ${formatAge(age)} ago`;
	return [
		stateMark(container, symbols),
		plain(` ${container.state}${since}  `),
		...healthSpans,
		...streak(container),
	];
};

const streak = (container: Container): Line => {
	const health = healthOf(container);
	if (health.kind === 'none' || !health.failingStreak) return [];
	return [styled('err', `  ${health.failingStreak} fails in a row`)];
};

/** Why it does not run, or what its probe says. */
const troubleLines = (container: Container, width: number, symbols: Symbols): readonly Line[] => {
	const {details} = container;
	const health = healthOf(container);
	const trouble = (label: string, text: string): readonly Line[] =>
		wrapped(label, text, width, symbols, 'err');
	return [
		...trouble('', exitSentence(container)),
		...trouble('', maskSecrets(details?.error ?? '')),
		...(health.kind === 'unhealthy' && health.lastProbe
			? trouble(
					'probe',
					`exit ${health.lastProbe.exitCode} ${maskSecrets(lastLine(health.lastProbe.output))}`,
				)
			: []),
	];
};

export const exitSentence = (container: Container): string => {
	const code = exitCode(container);
	if (code === undefined || code === 0) return '';
	const meaning = container.details?.oomKilled ? 'out of memory' : exitCodeMeaning(code);
	return `exit code ${code}${meaning ? `: ${meaning}` : ''}`;
};

export const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';

const setupLines = ({container: {details}}: Known, width: number): readonly Line[] => {
	if (details === undefined) return [];
	const {cpus, memoryBytes, pids} = details.limits;
	const limits = [
		labelled('cpu', cpus === undefined ? 'none' : cpus.toFixed(1)),
		labelled('mem', memoryBytes === undefined ? 'none' : formatBytes(memoryBytes)),
		labelled('pids', pids === undefined ? 'none' : String(pids)),
	];
	const process = [
		[plain(details.user || 'root')],
		labelled('workdir', details.workingDirectory || '/'),
		labelled('log', details.logDriver),
	];
	const place = {width, cells: labelCells};
	return [...flowLines('limit', limits, place), ...flowLines('user', process, place)];
};
