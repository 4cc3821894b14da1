import {formatClock} from '../../../format/clock.ts';
import {formatSeconds} from '../../../format/duration.ts';
import type {Line, Token} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import {healthOf, qualifiedName} from '../../../model/container-facts.ts';
import {maskSecrets} from '../../../model/secrets.ts';
import type {HealthCheck, HealthSetup, ProbeRun} from '../../../model/setup.ts';
import {selectedContainer, selectedContainers} from '../../../store/select-target.ts';
import type {View} from '../../view.ts';
import {factLines, flowLines} from '../../widgets/fact-lines.ts';
import {labelled, plain, shorten, styled} from '../../widgets/spans.ts';
import {wrapExact} from '../../widgets/wrap.ts';
import {healthMark} from '../list/marks.ts';
import {ofLoaded, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** How a container is probed, and what the last probes said; of a heading how all of its containers are. */
export const healthTab: TabSpec = {
	short: 'Health',
	needs: ['health'],
	inputs: ({state}) => [state.containers.byKey, state.list.selected, state.connection.status],
	body(view, width, height) {
		const container = selectedContainer(view.state);
		if (container === undefined) return sum(view, width);
		return ofLoaded(view, width, 'health', health => ({
			lines: drawn(view, container, health, {width, hasRoom: height >= roomyRows}),
		}));
	},
};

const labelCells = 8;
/** From so many rows on a blank one is not missed elsewhere. */
const roomyRows = 12;

const drawn = (
	view: View,
	container: Container,
	health: HealthSetup,
	{width, hasRoom}: {readonly width: number; readonly hasRoom: boolean},
): readonly Line[] => {
	const {check} = health;
	if (check === undefined) return noCheckLines(container, width);
	return [
		statusLine(view, container, health),
		...checkLines(check, width),
		...(health.runs.length === 0
			? [[styled('muted', 'No probe has ended yet.')]]
			: [...(hasRoom ? [[]] : []), [styled('muted', 'TIME      EXIT   TOOK  OUTPUT')]]),
		...health.runs.flatMap(run => runLines(view, run, width)),
	];
};

/** What is missing, and what to write for a port that it has. */
const noCheckLines = ({ports, compose}: Container, width: number): readonly Line[] => {
	const port = ports.find(({protocol}) => protocol === 'tcp')?.privatePort;
	const test =
		port === undefined
			? 'COMMAND THAT FAILS WHEN IT DOES NOT WORK'
			: `curl -f http://localhost:${port}/`;
	const how =
		compose === undefined
			? ['Add one when it is made:', `  docker run --health-cmd '${test}' --health-interval 10s`]
			: [
					`Add one in the compose file, below ${compose.service}:`,
					...['  healthcheck:', `    test: ${test}`, '    interval: 10s', '    timeout: 3s'],
				];
	return [
		...words('no health check: that it runs does not say whether it works', width).lines,
		...how.map((text): Line => [styled(text.startsWith(' ') ? 'info' : 'muted', text)]),
	];
};

const statusLine = (
	{symbols}: View,
	container: Container,
	{status, failingStreak}: HealthSetup,
): Line => {
	const text = container.state === 'running' ? (status ?? 'not probed yet') : container.state;
	const streak =
		failingStreak === undefined
			? []
			: [
					failingStreak > 0
						? styled('err', `  ${failingStreak} failed in a row`)
						: styled('muted', '  the last probe passed'),
				];
	return [healthMark(container, symbols), plain(` ${text}`), ...streak];
};

const checkLines = (check: HealthCheck, width: number): readonly Line[] => {
	const {command, isShell, intervalMillis, timeoutMillis, startPeriodMillis, retries} = check;
	const place = {width, cells: labelCells};
	// The engine fills in what is not set.
	const seconds = (millis: number | undefined, usual: string): string =>
		millis === undefined ? usual : formatSeconds(millis);
	return [
		...factLines(isShell ? 'shell' : 'probe', maskSecrets(command.join(' ')), place),
		...flowLines(
			'',
			[
				labelled('every', seconds(intervalMillis, '30s')),
				labelled('timeout', seconds(timeoutMillis, '30s')),
				labelled('unhealthy after', `${retries ?? 3} fails`),
				labelled('start period', seconds(startPeriodMillis, 'none')),
			],
			place,
		),
	];
};

/** Cells before the output. */
const runCells = 23;

const runLines = (
	{symbols, zoneOffsetMinutes}: View,
	{startedAtMillis, tookMillis, exitCode, output}: ProbeRun,
	width: number,
): readonly Line[] => {
	const token: Token = exitCode === 0 ? 'ok' : 'err';
	const time =
		startedAtMillis === undefined
			? symbols.unknown
			: formatClock(startedAtMillis, {offsetMinutes: zoneOffsetMinutes});
	const start: Line = [
		plain(time.padEnd(10)),
		styled(token, String(exitCode ?? symbols.unknown).padStart(4)),
		plain(formatSeconds(tookMillis).padStart(7)),
		plain('  '),
	];
	const isAscii = symbols.chart === 'ascii';
	const texts = maskSecrets(output)
		.trimEnd()
		.split(/\r?\n/)
		.flatMap(text => wrapExact(text, width - runCells, isAscii));
	if (texts.length === 0) return [[...start, styled('muted', 'no output')]];
	return texts.map(
		(text, row): Line => [...(row === 0 ? start : [plain(' '.repeat(runCells))]), plain(text)],
	);
};

const mostShown = 200;
const order = ['unhealthy', 'starting', 'none', 'healthy'];

/** The worst first. */
const sum = ({state, symbols}: View, width: number): TabBody => {
	const containers = selectedContainers(state).filter(({state: now}) => now === 'running');
	if (containers.length === 0) return words('Nothing of it runs.', width);
	const rank = (container: Container): number => order.indexOf(healthOf(container).kind);
	const shown = containers.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostShown);
	const more = containers.length - shown.length;
	return {
		lines: [
			...shown.map(
				(container): Line =>
					shorten(
						[
							healthMark(container, symbols),
							plain(` ${qualifiedName(container)}  `),
							...healthWords(container),
						],
						width,
						symbols.ellipsis,
					),
			),
			...(more > 0 ? [[styled('muted', `and ${more} more`)]] : []),
		],
	};
};

const healthWords = (container: Container): Line => {
	const health = healthOf(container);
	if (health.kind === 'none') return [styled('muted', 'no health check')];
	const {failingStreak = 0, lastProbe} = health;
	const fails = failingStreak > 0 ? `, ${failingStreak} failed in a row` : '';
	const said =
		health.kind === 'unhealthy' ? (lastProbe?.output.trim().split('\n').at(-1) ?? '') : '';
	return [
		styled(health.kind === 'unhealthy' ? 'err' : 'muted', `${health.kind}${fails}`),
		...(said === '' ? [] : [plain(`  ${maskSecrets(said)}`)]),
	];
};
