import {formatBytes} from '../../format/bytes.ts';
import {formatAge, formatSeconds} from '../../format/duration.ts';
import {formatPercent} from '../../format/percent.ts';
import type {Line} from '../../format/span.ts';
import {healthOf, qualifiedName} from '../../model/container-facts.ts';
import {refKey} from '../../model/ids.ts';
import {selectRows} from '../../store/select-rows.ts';
import {selectedContainer, selectedRow} from '../../store/select-target.ts';
import type {Message, State} from '../../store/state.ts';
import {healthMark} from '../panes/list/marks.ts';
import type {Paint, View} from '../view.ts';
import {plain, sides, styled} from '../widgets/spans.ts';

const successMillis = 3000;
const infoMillis = 6000;

/** The latest message while it is fresh; an error stays until Esc. */
export const toast = (state: State): Message | undefined => {
	const latest = state.messages.at(-1);
	if (latest === undefined || latest.isDismissed) return undefined;
	if (latest.level === 'error') return latest;
	const lasts = latest.level === 'success' ? successMillis : infoMillis;
	return state.nowMillis - latest.atMillis < lasts ? latest : undefined;
};

/** Status line: what is under way or has just happened at the left, modes at the right. */
export const paintStatus: Paint = (view, width) => [
	sides(
		[plain(' '), ...happening(view)],
		[...badges(view), plain(' ')],
		width,
		view.symbols.ellipsis,
	),
];

/** On the smallest screens this line stands in for detail and messages. */
export const paintSelection: Paint = (view, width) => {
	const {state, symbols} = view;
	const message = toastSpans(view);
	const position = `${state.list.selectedIndex + 1}/${selectRows(state).length} `;
	const left = message.length > 0 ? message : selectionSpans(view);
	return [sides([plain(' '), ...left], [styled('muted', position)], width, symbols.ellipsis)];
};

const selectionSpans = (view: View): Line => {
	const {state, symbols} = view;
	const container = selectedContainer(state);
	if (container === undefined) return [plain(selectedRow(state)?.kind ?? '')];
	const usage = state.usages.get(refKey(container.ref));
	const cpu = usage?.cpuPercent === undefined ? '' : ` ${Math.round(usage.cpuPercent)}%`;
	const memory = formatBytes(usage?.sample.memoryUsedBytes);
	return [plain(`${qualifiedName(container)}${cpu} ${memory} `), healthMark(container, symbols)];
};

const happening = (view: View): Line => {
	const message = toastSpans(view);
	if (message.length > 0) return message;
	const {state, symbols} = view;
	const tasks = [...state.tasks].flatMap(([key, task]) => {
		const container = state.containers.byKey.get(key);
		if (container === undefined) return [];
		const doing = task.waitsForHealth ? 'waiting until healthy' : task.verb;
		const since = formatSeconds(state.nowMillis - task.sinceMillis);
		return [`${doing} ${qualifiedName(container)} ${since}`];
	});
	return tasks.length === 0 ? [] : [styled('warn', `${symbols.wait} ${tasks.join(', ')}`)];
};

const toastSpans = ({state, symbols}: View): Line => {
	const message = toast(state);
	if (message === undefined) return [];
	switch (message.level) {
		case 'success':
			return [styled('ok', `${symbols.healthy} ${message.text}`)];
		case 'error':
			return [styled('err', `${symbols.failed} ${message.text}`), styled('muted', '  Esc')];
		case 'info':
			return [styled('info', message.text)];
	}
};

const badges = ({state, symbols}: View): Line => {
	const frozen = state.list.frozen;
	const parts: Line[] = [];
	if (frozen) {
		const age = formatAge(state.nowMillis - frozen.atMillis);
		parts.push([styled('pause', `${symbols.paused} frozen ${age} ago (z)`)]);
	}
	if (state.messages.length > 0)
		parts.push([styled('muted', `h ${state.messages.length} messages`)]);
	return parts.flatMap((part, index) => [plain(index > 0 ? '  ' : ''), ...part]);
};

/** The whole screen in one line: what needs attention most. For terminals too small for anything else. */
export const paintTiny: Paint = ({state, symbols}) => {
	const containers = [...state.containers.byKey.values()];
	const worst =
		containers.find(container => healthOf(container).kind === 'unhealthy') ??
		containers.find(container => container.state === 'restarting') ??
		selectedContainer(state);
	if (worst === undefined) return [[plain('dockmon')]];
	const cpu = formatPercent(state.usages.get(refKey(worst.ref))?.cpuPercent);
	return [[healthMark(worst, symbols), plain(` ${qualifiedName(worst)} ${cpu}%`)]];
};
