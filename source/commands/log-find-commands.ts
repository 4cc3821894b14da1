import {known} from '../model/known.ts';
import {findRule, newRule} from '../model/logs/highlight-rule.ts';
import type {LogLevel} from '../model/logs/log-level.ts';
import {reaches} from '../model/logs/reach.ts';
import {logChips} from '../store/logs/log-chips.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext} from './command.ts';
import {stepToHit} from './log-search.ts';

/** Another tab stands where the log would be. */
const whyNoLog = ({frame}: State): string | undefined =>
	frame.tab === 'logs' ? undefined : 'another tab is open';

const whyNoSearch = (state: State): string | undefined =>
	whyNoLog(state) ?? (state.logs.search === undefined ? 'nothing is looked for yet' : undefined);

type Finding = Pick<Command, 'id' | 'title' | 'hint' | 'keys' | 'footer' | 'run' | 'disabled'>;

const finding = (command: Finding): Command => ({
	...{group: 'logs', scope: 'logs', disabled: whyNoLog},
	...command,
});

const openPattern = ({state, dispatch}: CommandContext, sense: 'keep' | 'exclude'): void => {
	const before = state.logs.query[sense];
	dispatch({
		type: 'overlay/opened',
		overlay: {kind: 'pattern', sense, text: '', others: before, before},
	});
};

/** From what matters most to nearly all. */
const levels: readonly (LogLevel | undefined)[] = [undefined, 'warn', 'error', 'info', 'debug'];

const toggleHighlight = ({state, dispatch, effects}: CommandContext): void => {
	const {search, highlights} = state.logs;
	if (search === undefined) return;
	const kept = findRule(highlights, search);
	const rule = kept ?? newRule(highlights, search);
	if (rule === undefined) return;
	const rules =
		kept === undefined ? [...highlights, rule] : highlights.filter(each => each !== kept);
	dispatch({type: 'logs/highlighted', rules});
	effects.saveHighlight(rule, kept === undefined);
};

export const logFindCommands: readonly Command[] = [
	finding({
		...{id: 'log.search', title: 'Search: text or /regex/', hint: 'find', keys: ['/'], footer: 20},
		run({state, dispatch}) {
			const {search, held} = state.logs;
			const before = {...known('search', search), ...known('held', held)};
			dispatch({type: 'overlay/opened', overlay: {kind: 'search', text: '', before}});
		},
	}),
	finding({
		...{id: 'log.next-hit', title: 'Next hit', hint: 'next', keys: ['n'], footer: 21},
		disabled: whyNoSearch,
		run: context => stepToHit(context, 1),
	}),
	finding({
		...{id: 'log.previous-hit', title: 'Previous hit', hint: 'previous', keys: ['N'], footer: 22},
		disabled: whyNoSearch,
		run: context => stepToHit(context, -1),
	}),
	finding({
		...{id: 'log.keep', title: 'Show only what has: text or /regex/', hint: 'only', keys: ['&']},
		footer: 23,
		run: context => openPattern(context, 'keep'),
	}),
	finding({
		...{id: 'log.exclude', title: 'Hide what has: text or /regex/', hint: 'hide', keys: ['!']},
		footer: 24,
		run: context => openPattern(context, 'exclude'),
	}),
	finding({
		...{id: 'log.level', title: 'Least level: warn, error, info, debug, all', hint: 'level'},
		...{keys: ['L'], footer: 25},
		run({state, dispatch}) {
			const at = levels.indexOf(state.logs.query.leastLevel);
			const leastLevel = levels[(at + 1) % levels.length];
			dispatch({type: 'logs/queried', query: {leastLevel}});
		},
	}),
	...(['stdout', 'stderr'] as const).map((stream, index) =>
		finding({
			...{id: `log.${stream}`, title: `Only ${stream}`, keys: [String(index + 1)]},
			run: ({dispatch}) => dispatch({type: 'logs/queried', query: {stream}}),
		}),
	),
	finding({
		...{id: 'log.streams', title: 'Both stdout and stderr', keys: ['0']},
		run: ({dispatch}) => dispatch({type: 'logs/queried', query: {stream: undefined}}),
	}),
	finding({
		...{id: 'log.sources', title: 'Sources: mute, only one, how they are', hint: 'sources'},
		...{keys: ['|'], footer: 26},
		run: ({dispatch}) => dispatch({type: 'overlay/opened', overlay: {kind: 'sources', index: 0}}),
	}),
	finding({
		...{id: 'log.since', title: 'How far back: 1m to 24h, all', hint: 'since', keys: ['S']},
		footer: 27,
		run({state, dispatch}) {
			const at = reaches.findIndex(({millis}) => millis === state.logs.backMillis);
			dispatch({type: 'overlay/opened', overlay: {kind: 'since', index: Math.max(0, at)}});
		},
	}),
	finding({
		...{id: 'log.filters', title: 'Take filters away', hint: 'filters', keys: ['F'], footer: 28},
		disabled: state =>
			whyNoLog(state) ?? (logChips(state.logs).length === 0 ? 'nothing is filtered' : undefined),
		run: ({dispatch}) => dispatch({type: 'overlay/opened', overlay: {kind: 'chips', index: 0}}),
	}),
	finding({
		...{
			id: 'log.highlight',
			title: 'Colour what is searched in every log, or no more',
			keys: ['H'],
		},
		disabled: whyNoSearch,
		run: toggleHighlight,
	}),
];
