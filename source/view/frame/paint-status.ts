import {formatBytes} from '../../format/bytes.ts';
import {formatAge, formatSeconds} from '../../format/duration.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Container} from '../../model/container.ts';
import {exitCode, healthOf, qualifiedName} from '../../model/container-facts.ts';
import type {ContainerKey} from '../../model/ids.ts';
import {type BulkRun, countBulk, isUnderWay} from '../../store/act/bulk-state.ts';
import {selectAlarms} from '../../store/select-problems.ts';
import {selectRows} from '../../store/select-rows.ts';
import {selectedContainer, selectedRow} from '../../store/select-target.ts';
import {selectErrorCount, selectToast} from '../../store/select-toast.ts';
import {rowTitle, selectedSubject} from '../panes/detail/subject.ts';
import {healthMark, stateMark} from '../panes/list/marks.ts';
import {taskWord} from '../task-word.ts';
import type {Paint, View} from '../view.ts';
import {keyDoes, keyInBrackets, keyOf} from '../widgets/key-name.ts';
import {problemBrief} from '../widgets/problem-mark.ts';
import {clickable, plain, shorten, sides, styled} from '../widgets/spans.ts';
import {troubles} from './troubles.ts';

/** Status line: what is under way, has just happened or is wrong at the left, modes at the right. */
export const paintStatus: Paint = (view, width) => {
	const right: Line = [...badges(view), plain(' ')];
	const room = width - lineWidth(right) - 2;
	const news = happening(view, room);
	const left = news.length > 0 ? news : clickable('view.problems', troubles(view, room));
	return [sides([plain(' '), ...left], right, width, view.symbols.ellipsis)];
};

/** On the smallest screens this line stands in for detail and messages. */
export const paintSelection: Paint = (view, width) => {
	const {state, symbols} = view;
	const news = happening(view);
	const left = news.length > 0 ? news : selectionSpans(view);
	const rows = selectRows(state).length;
	const position = rows === 0 ? '' : `${state.list.selectedIndex + 1}/${rows} `;
	const frozen: Line = state.list.frozen ? [styled('pause', `${symbols.paused} `)] : [];
	const modes = [...silence(view), ...bulkBadge(view, false), ...marks(view, ''), ...frozen];
	const free = mouse(view).length === 0 ? [] : [...mouse(view), plain(' ')];
	const right = [...modes, ...free, styled('muted', position)];
	return [sides([plain(' '), ...left], right, width, symbols.ellipsis)];
};

const selectionSpans = (view: View): Line => {
	const {state, symbols} = view;
	const row = selectedRow(state);
	if (row === undefined) return [];
	const {cpuPercent, memoryUsedBytes} = selectedSubject(view);
	const figures = cpuPercent === undefined ? '' : ` ${Math.round(cpuPercent)}%`;
	const memory = memoryUsedBytes === undefined ? '' : ` ${formatBytes(memoryUsedBytes)}`;
	const title = plain(`${rowTitle(state, row)}${figures}${memory} `);
	const container = selectedContainer(state);
	return container === undefined ? [title] : [title, ...conditionSpans(container, symbols)];
};

/** In words, because the list has room for signs only. */
const conditionSpans = (container: Container, symbols: Symbols): Line => {
	const code = exitCode(container);
	if (container.state !== 'running') {
		const exit = code === undefined || code === 0 ? '' : ` (${code})`;
		return [stateMark(container, symbols), plain(` ${container.state}${exit}`)];
	}
	const {kind} = healthOf(container);
	return kind === 'none' ? [] : [healthMark(container, symbols), plain(` ${kind}`)];
};

const happening = (view: View, room = Number.POSITIVE_INFINITY): Line => {
	const message = toastSpans(view, room);
	if (message.length > 0) return message;
	const {state, symbols} = view;
	const isInBulk = bulkKeys(state.bulk);
	const tasks = [...state.tasks].flatMap(([key, task]) => {
		const container = state.containers.byKey.get(key);
		// How far those are stands at the right.
		if (container === undefined || isInBulk.has(key)) return [];
		const since = formatSeconds(state.nowMillis - task.sinceMillis);
		return [`${taskWord(task)} ${qualifiedName(container)} ${since}`];
	});
	return tasks.length === 0 ? [] : [styled('warn', `${symbols.wait} ${tasks.join(', ')}`)];
};

const bulkKeys = (run: BulkRun | undefined): ReadonlySet<ContainerKey> =>
	new Set(isUnderWay(run) ? run.rows.map(({key}) => key) : []);

/** `⋯ restart 5/12, 1 failed (B)`: what goes on also while nobody looks. */
const bulkBadge = (view: View, hasWords: boolean): Line => {
	const {bulk} = view.state;
	if (!isUnderWay(bulk)) return [];
	const {all, ended, failed} = countBulk(bulk);
	const verb = hasWords ? ` ${bulk.action.verb}` : '';
	const badge = [styled('warn', `  ${view.symbols.wait}${verb} ${ended}/${all}`)];
	if (failed > 0) badge.push(styled('err', hasWords ? `, ${failed} failed` : ` ${failed}`));
	if (hasWords) badge.push(styled('warn', keyInBrackets(view, 'bulk.open')));
	return clickable('bulk.open', [...badge, plain(' ')]);
};

/** `room`: of a longer error the words are cut, and not how it is dismissed. */
const toastSpans = (view: View, room = Number.POSITIVE_INFINITY): Line => {
	const {state, symbols} = view;
	const message = selectToast(state);
	if (message === undefined) return [];
	switch (message.level) {
		case 'success':
			return [styled('ok', `${symbols.healthy} ${message.text}`)];
		case 'error': {
			const others = selectErrorCount(state) - 1;
			const all = others > 0 ? `  +${others} more${keyInBrackets(view, 'messages.open')}` : '';
			const more = styled('muted', `${all}  ${keyOf(view, 'frame.back') ?? ''}`);
			const words = styled('err', `${symbols.failed} ${message.text}`);
			const left = Math.max(leastWords, room - lineWidth([more]));
			return [...shorten([words], left, symbols.ellipsis), more];
		}
		case 'info':
			return [styled('info', message.text)];
	}
};

/** Of an error, whatever stands behind it. */
const leastWords = 20;

/** The engine hangs; how long is also how old the values are. */
const silence = ({state, symbols}: View): Line => {
	const {connection, nowMillis} = state;
	if (connection.status !== 'stale') return [];
	const seconds = Math.max(0, Math.floor((nowMillis - connection.answeredAtMillis) / 1000));
	return [styled('err', `${symbols.failed} no answer ${seconds} s `, {bold: true})];
};

/** Instants in logs are the engine's own. */
const skew = ({state}: View): Line => {
	const offset = state.engine?.clockOffsetMillis ?? 0;
	if (Math.abs(offset) <= leastSkewMillis) return [];
	const amount = formatAge(Math.abs(offset));
	return [styled('muted', `  engine clock ${offset > 0 ? '+' : '-'}${amount}`)];
};

/** How many containers are marked. */
const marks = ({state, symbols}: View, words: string): Line => {
	const {size} = state.list.marked;
	return size === 0 ? [] : [styled('pause', `  ${symbols.marked} ${size}${words} `)];
};

/** Whoever gave it away wonders why clicks do nothing. */
const mouse = (view: View): Line =>
	view.state.frame.mouse === 'free'
		? [styled('pause', `  mouse free${keyInBrackets(view, 'mouse.toggle')}`)]
		: [];

const keysInBrackets = (view: View): string => {
	const hints = [keyDoes(view, 'container.logs', 'logs'), keyOf(view, 'frame.back') ?? ''];
	const known = hints.filter(hint => hint !== '');
	return known.length === 0 ? '' : ` (${known.join(', ')})`;
};

const leastSkewMillis = 2000;

const badges = (view: View): Line => {
	const {state, symbols} = view;
	const {frozen} = state.list;
	const count = state.messages.length;
	const age = frozen && formatAge(state.nowMillis - frozen.atMillis);
	return [
		...silence(view),
		...bulkBadge(view, true),
		...skew(view),
		...marks(view, ` marked${keysInBrackets(view)}`),
		...(age === undefined
			? []
			: clickable('list.freeze', [
					styled(
						'pause',
						`  ${symbols.paused} frozen ${age} ago${keyInBrackets(view, 'list.freeze')}`,
					),
				])),
		...mouse(view),
		...(count === 0
			? []
			: clickable('messages.open', [
					styled(
						'muted',
						`  ${count} ${count === 1 ? 'message' : 'messages'}${keyInBrackets(view, 'messages.open')}`,
					),
				])),
	];
};

/** The whole screen in one line: what has just happened, else what needs attention most. For terminals too small for anything else. */
export const paintTiny: Paint = (view, width) => {
	const {state, symbols} = view;
	const first = [toastSpans(view), silence(view)].find(line => line.length > 0);
	const [worst] = first === undefined ? selectAlarms(state) : [];
	const found = first ?? (worst && problemBrief(worst, symbols));
	const line = found ?? (selectedRow(state) ? selectionSpans(view) : [plain('dockmon')]);
	return [shorten(line, width, symbols.ellipsis)];
};
