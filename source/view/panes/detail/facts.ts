import {formatBytes} from '../../../format/bytes.ts';
import {formatAge, formatDuration} from '../../../format/duration.ts';
import type {Line, Token} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container, ContainerDetails} from '../../../model/container.ts';
import {ageMillis, exitCode, exitCodeMeaning, healthOf} from '../../../model/container-facts.ts';
import {shortId} from '../../../model/ids.ts';
import {maskSecrets} from '../../../model/secrets.ts';
import {flow} from '../../widgets/flow.ts';
import {labelled, plain, shorten, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {healthMark, stateMark} from '../list/marks.ts';
import {formatPorts} from './ports.ts';

/** What is known of a container, the most asked for first, in lines of at most `width` cells. */
export const containerFacts = (
	container: Container,
	symbols: Symbols,
	nowMillis: number,
	width: number,
): readonly Line[] => {
	const {details} = container;
	const text = (label: string, value: string): readonly Line[] =>
		wrapped(label, value, width, symbols);
	const networks = container.networks.map(({name, ipAddress}) =>
		[name, ipAddress].filter(Boolean).join(' '),
	);
	return [
		stateLine(container, symbols, nowMillis),
		...troubleLines(container, width, symbols),
		...text('image', container.image),
		...flow(
			[
				labelled('id', shortId(container.ref.id)),
				...(details?.pid ? [labelled('pid', String(details.pid))] : []),
				labelled('restarts', String(details?.restartCount ?? symbols.unknown)),
				...(details ? [labelled('policy', details.restartPolicy || 'no')] : []),
			],
			width,
		),
		...text('cmd', maskSecrets(container.command)),
		...(details ? setupLines(details, width) : []),
		...beside(
			[
				text('ports', formatPorts(container.ports)),
				text('nets', networks.join(', ')),
				...container.mounts.map(({source, destination, writable}) =>
					text('mount', `${source} ${symbols.arrow} ${destination}${writable ? '' : ' (ro)'}`),
				),
			],
			width,
		),
	];
};

/** Short values side by side; a value of several lines needs them for itself. */
const beside = (values: readonly (readonly Line[])[], width: number): readonly Line[] => {
	const lines = values.flat();
	const isShort = values.every(value => value.length <= 1);
	return isShort ? flow(lines, width) : lines;
};

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
	const indent = label === '' ? 0 : label.length + 1;
	const room = Math.max(1, width - indent);
	const texts = wrapWords(value, room);
	const rest = texts.slice(maxLines - 1).join(' ');
	const shown = texts.length > maxLines ? [...texts.slice(0, maxLines - 1), rest] : texts;
	return shown.map((text, index): Line => {
		const span = token === undefined ? plain(text) : styled(token, text);
		const start = styled('muted', (index === 0 ? label : '').padEnd(indent));
		return [start, ...shorten([span], room, ellipsis)];
	});
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

const setupLines = (details: ContainerDetails, width: number): readonly Line[] => {
	const {cpus, memoryBytes, pids} = details.limits;
	const limits = [
		labelled('limit cpu', cpus === undefined ? 'none' : cpus.toFixed(1)),
		labelled('mem', memoryBytes === undefined ? 'none' : formatBytes(memoryBytes)),
		labelled('pids', pids === undefined ? 'none' : String(pids)),
	];
	const place = [
		labelled('user', details.user || 'root'),
		labelled('workdir', details.workingDirectory || '/'),
		labelled('log', details.logDriver),
	];
	return [...flow(limits, width), ...flow(place, width)];
};
