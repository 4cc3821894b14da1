import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import {type Wait, whyUnmet} from '../../../model/attention/dependencies.ts';
import type {Drift} from '../../../model/compose/project.ts';
import {type Container, isRunning} from '../../../model/container.ts';
import {endedWell, exitCode, healthOf} from '../../../model/container-facts.ts';
import {refKey} from '../../../model/ids.ts';
import {findService} from '../../../store/find-service.ts';
import type {ServiceEntry} from '../../../store/select-compose.ts';
import type {State} from '../../../store/state.ts';
import {healthMark, stateMark} from '../../panes/list/marks.ts';
import {taskWord} from '../../task-word.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** What is wrong comes first; of a service with several containers that one is told. */
const rank = (container: Container): number => {
	const {state} = container;
	if (state === 'dead' || (state === 'exited' && !endedWell(container))) return 0;
	if (state === 'restarting') return 1;
	if (state !== 'running') return state === 'exited' ? 6 : 3;
	const {kind} = healthOf(container);
	return kind === 'unhealthy' ? 2 : kind === 'starting' ? 4 : 5;
};

const worstOf = (containers: readonly Container[]): Container | undefined =>
	containers.toSorted((some, other) => rank(some) - rank(other))[0];

/** State and health as two signs; of what was never made, none. */
export const marksOf = (containers: readonly Container[], symbols: Symbols): Line => {
	const worst = worstOf(containers);
	return worst === undefined
		? [styled('dim', symbols.noHealth), plain(' '), styled('dim', symbols.noHealth)]
		: [stateMark(worst, symbols), plain(' '), healthMark(worst, symbols)];
};

/** `healthy`, `exited (1)`, `restarting` while that is under way; of the worst where there are several. */
export const stateWords = (
	containers: readonly Container[],
	{tasks}: Pick<State, 'tasks'>,
	symbols: Symbols,
): Span => {
	const task = containers.flatMap(({ref}) => tasks.get(refKey(ref)) ?? [])[0];
	if (task !== undefined) return styled('warn', taskWord(task));
	const worst = worstOf(containers);
	if (worst === undefined) return styled('muted', symbols.unknown);
	if (worst.state === 'running') {
		const {kind} = healthOf(worst);
		return kind === 'none' ? plain(worst.state) : {...healthMark(worst, symbols), text: kind};
	}
	const code = exitCode(worst);
	const text = code === undefined || worst.state !== 'exited' ? worst.state : `exited (${code})`;
	return {...stateMark(worst, symbols), text};
};

export const driftSpan = (drift: Drift, symbols: Symbols): Span => {
	switch (drift) {
		case 'same':
			return styled('muted', 'none');
		case 'differs':
			return styled('warn', 'differs');
		case 'not-created':
			return styled('info', 'not created');
		case 'orphan':
			return styled('warn', 'not in files');
		case 'unknown':
			return styled('muted', symbols.unknown);
	}
};

/** Why what the service waits for is not as it needs it; undefined when it is. */
export const whyUnmetNow = (
	{containers}: Pick<State, 'containers'>,
	project: string,
	wait: Wait,
): string | undefined =>
	whyUnmet({...wait, containers: findService(containers.listed, project, wait.service)});

/** More than a line has room for; a label may name as many as somebody likes. */
const mostWaits = 60;

/** `✓ cache`, `✗ db`: each with whether it is as it is needed. */
export const waitSpans = (
	state: State,
	{project, waits}: ServiceEntry,
	symbols: Symbols,
): readonly Line[] =>
	waits.slice(0, mostWaits).map(wait => {
		const isMet = whyUnmetNow(state, project, wait) === undefined;
		const mark = isMet ? styled('ok', symbols.healthy) : styled('err', symbols.unhealthy);
		return [mark, plain(` ${wait.service}`)];
	});

/** How many run of those there should be: of the files where they were read, else of those there are. */
export const runSpan = ({
	running,
	wanted,
	containers,
}: Pick<ServiceEntry, 'running' | 'wanted' | 'containers'>): Span => {
	const all = wanted ?? containers.length;
	const text = `${running}/${all}`;
	const areWell =
		containers.length >= all && containers.every(each => isRunning(each) || endedWell(each));
	if (!areWell && running !== all) return styled('warn', text);
	return styled(running > 0 ? 'ok' : 'muted', text);
};
