import {limitToken} from '../../format/load.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Container} from '../../model/container.ts';
import {endedWell, exitCode, healthOf, qualifiedName} from '../../model/container-facts.ts';
import {refKey} from '../../model/ids.ts';
import type {State} from '../../store/state.ts';
import {plain, styled} from '../widgets/spans.ts';

/** What is wrong now, what hurts most first: `✗ shop/mailer unhealthy`. Empty when all is well. */
export const attention = (state: State, symbols: Symbols): readonly Line[] => {
	const containers = [...state.containers.byKey.values()];
	return [unhealthy, restarting, failed, nearLimit].flatMap(rule =>
		containers.flatMap(container => {
			const mark = rule(container, state, symbols);
			if (mark === undefined) return [];
			return [[mark.sign, plain(` ${qualifiedName(container)} ${mark.what}`)]];
		}),
	);
};

interface Mark {
	readonly sign: ReturnType<typeof styled>;
	readonly what: string;
}

type Rule = (container: Container, state: State, symbols: Symbols) => Mark | undefined;

const unhealthy: Rule = (container, _state, symbols) =>
	container.state === 'running' && healthOf(container).kind === 'unhealthy'
		? {sign: styled('err', symbols.unhealthy), what: 'unhealthy'}
		: undefined;

const restarting: Rule = (container, _state, symbols) => {
	if (container.state !== 'restarting') return undefined;
	const count = container.details?.restartCount;
	const times = symbols.chart === 'ascii' ? 'x' : '×';
	const what = count ? `restarting ${times}${count}` : 'restarting';
	return {sign: styled('warn', symbols.restarting), what};
};

const failed: Rule = (container, _state, symbols) => {
	const sign = styled('err', symbols.failed);
	if (container.state === 'dead') return {sign, what: 'dead'};
	if (container.state !== 'exited' || endedWell(container)) return undefined;
	const what = container.details?.oomKilled ? 'out of memory' : `exit code ${exitCode(container)}`;
	return {sign, what};
};

/** Of a limit of its own; at that of the machine others are near too. */
const nearLimit: Rule = (container, state, symbols) => {
	const limit = container.details?.limits.memoryBytes;
	const used = state.usages.get(refKey(container.ref))?.sample.memoryUsedBytes;
	if (!limit || used === undefined || limitToken(used / limit) !== 'err') return undefined;
	const percent = Math.round((used / limit) * 100);
	return {sign: styled('warn', symbols.wait.slice(0, 1)), what: `memory ${percent}% of limit`};
};
