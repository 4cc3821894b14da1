import {formatBytes} from '../../../format/bytes.ts';
import {formatAge, formatDuration} from '../../../format/duration.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container, ContainerDetails} from '../../../model/container.ts';
import {ageMillis, exitCode, exitCodeMeaning, healthOf} from '../../../model/container-facts.ts';
import {shortId} from '../../../model/ids.ts';
import {labelled, plain, styled} from '../../widgets/spans.ts';
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
	const networks = container.networks.map(({name, ipAddress}) =>
		[name, ipAddress].filter(Boolean).join(' '),
	);
	return [
		stateLine(container, symbols, nowMillis),
		...troubleLines(container),
		labelled('image', container.image),
		...flow(
			[
				labelled('id', shortId(container.ref.id)),
				...(details?.pid ? [labelled('pid', String(details.pid))] : []),
				labelled('restarts', String(details?.restartCount ?? symbols.unknown)),
				...(details ? [labelled('policy', details.restartPolicy || 'no')] : []),
			],
			width,
		),
		labelled('cmd', container.command),
		...(details ? setupLines(details, width) : []),
		...optional('ports', formatPorts(container.ports)),
		...optional('nets', networks.join(', ')),
		...container.mounts.map(
			({source, destination, writable}): Line =>
				labelled('mount', `${source} ${symbols.arrow} ${destination}${writable ? '' : ' (ro)'}`),
		),
	];
};

/** Facts side by side, as many as fit on a line. */
const flow = (facts: readonly Line[], width: number): readonly Line[] => {
	const lines: Span[][] = [];
	let room = 0;
	for (const fact of facts) {
		const size = lineWidth(fact);
		const line = lines.at(-1);
		if (line === undefined || size > room) {
			lines.push([...fact]);
			room = width - size;
		} else {
			line.push(...fact);
			room -= size;
		}
	}
	return lines;
};

const stateLine = (container: Container, symbols: Symbols, nowMillis: number): Line => {
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
const troubleLines = (container: Container): readonly Line[] => {
	const lines: Line[] = [];
	const code = exitCode(container);
	const {details} = container;
	if (code !== undefined && code !== 0) {
		const meaning = details?.oomKilled ? 'out of memory' : exitCodeMeaning(code);
		lines.push([styled('err', `exit code ${code}${meaning ? `: ${meaning}` : ''}`)]);
	}
	if (details?.error) lines.push([styled('err', details.error)]);
	const health = healthOf(container);
	if (health.kind === 'unhealthy' && health.lastProbe) {
		const output = health.lastProbe.output.trim().split('\n').at(-1) ?? '';
		lines.push([
			styled('muted', 'probe '),
			styled('err', `exit ${health.lastProbe.exitCode} ${output}`),
		]);
	}
	return lines;
};

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

const optional = (label: string, value: string): readonly Line[] =>
	value === '' ? [] : [labelled(label, value)];
