import {cleanText} from '../../format/sanitise.ts';
import type {Line} from '../../format/span.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import type {Connection} from '../../store/connection.ts';
import type {LogEntry} from '../../store/logs/log-entry.ts';
import type {Overlay} from '../../store/overlay.ts';
import {selectAlarms} from '../../store/select-problems.ts';
import type {State} from '../../store/state.ts';
import {viewTitles} from '../../store/views.ts';
import {type Layout, layout, pageLayout} from '../frame/layout.ts';
import {paintArea} from '../frame/paint-area.ts';
import {paintOverlay, placeOverlay} from '../overlays/index.ts';
import {openTab} from '../panes/tabs/tab-body.ts';
import {neededKinds} from '../panes/tabs/tab-specs.ts';
import type {View} from '../view.ts';
import {problemBrief} from '../widgets/problem-mark.ts';
import {rowSentence} from './row-sentence.ts';
import {wordsOf} from './words-of.ts';

/** For which what is read out is laid out; nothing has to be cut. */
export const spokenSize = {columns: 80, rows: 60};

/** More lines at once are not listened to. */
const mostLines = 20;
const firstLines = 10;

/**
 * Says in sentences what a screen would show by changing: one line each, in the order in which it
 * happened, nothing is ever taken back. Figures are told with the row they belong to, when it is selected.
 */
export class Speaker {
	#row: unknown;
	#place = '';
	/** What was told of the tab is not all that it will have. */
	#isAwaited = false;
	#overlay: Overlay | undefined;
	/** Of the command whose output is open. */
	#output: State['program'];
	#overlayLines: readonly Line[] = [];
	/** In words, by kind and container. */
	#troubles: ReadonlyMap<string, string> | undefined;
	#messageId = 0;
	#connection: Connection['status'] | undefined;
	#logTarget: unknown;
	#logSeq = Number.NEGATIVE_INFINITY;
	#heldSeq: number | undefined;

	/** What has changed since it was called last. */
	speak(view: View): readonly string[] {
		return [
			...this.#connectionWords(view),
			...this.#messageWords(view),
			...this.#troubleWords(view),
			...this.#overlayChange(view),
			...this.#placeWords(view),
			...this.#logWords(view),
			...this.#rowWords(view),
		].map(cleanText);
	}

	#connectionWords({state}: View): readonly string[] {
		const {status} = state.connection;
		if (status === this.#connection) return [];
		this.#connection = status;
		const {connection, endpoint} = state;
		if (connection.status === 'lost') {
			const {message, hint} = connection.failure;
			return [`no engine: ${message}`, ...(hint === undefined ? [] : [hint])];
		}
		const how = state.isReadOnly ? ', read-only' : '';
		return [`${status === 'live' ? 'connected to' : status} ${endpoint.url}${how}`];
	}

	#messageWords({state}: View): readonly string[] {
		const fresh = state.messages.filter(({id}) => id > this.#messageId);
		this.#messageId = fresh.at(-1)?.id ?? this.#messageId;
		return fresh.map(({level, text}) => (level === 'error' ? `failed: ${text}` : text));
	}

	/** Those that are there at first are told too, and that there are none. */
	#troubleWords({state, symbols}: View): readonly string[] {
		if (state.containers.status !== 'ready') return [];
		const before = this.#troubles;
		const now = new Map(
			selectAlarms(state).map(problem => [
				problem.id,
				textOf(problemBrief(problem, symbols).slice(1)).trim(),
			]),
		);
		this.#troubles = now;
		if (before === undefined && now.size === 0) return ['all is well'];
		const come = [...now].filter(([id]) => before?.has(id) !== true);
		const gone = [...(before ?? [])].filter(([id]) => !now.has(id));
		return [
			...come.slice(0, mostLines).map(([, words]) => `attention: ${words}`),
			...gone.slice(0, mostLines).map(([, words]) => `no longer: ${words}`),
		];
	}

	/** All of it where it opens; then what is chosen in it, or the lines in it that change. */
	#overlayChange(view: View): readonly string[] {
		const overlay = view.state.frame.overlays.at(-1);
		const output = overlay?.kind === 'output' ? view.state.program : undefined;
		if (overlay === this.#overlay && output === this.#output) return [];
		this.#output = output;
		const isNew = overlay?.kind !== this.#overlay?.kind;
		this.#overlay = overlay;
		if (overlay === undefined) return ['closed'];
		const rect = placeOverlay(view, overlay, {...spokenSize, layout: spokenPlace(view.state)});
		const lines = paintOverlay(view, overlay, rect.width, rect.height);
		const before = new Set(isNew ? [] : this.#overlayLines.map(textOf));
		this.#overlayLines = lines;
		const changed = lines.filter(line => !before.has(textOf(line)));
		const chosen = changed.filter(line => textOf(line).includes(view.symbols.selected));
		return wordsOf(isNew || chosen.length === 0 ? changed : chosen);
	}

	/** The screen, the pane, the tab: its name, and what is in it unless that is a list or a log. */
	#placeWords(view: View): readonly string[] {
		const {view: id, focus, tab, overlays} = view.state.frame;
		if (overlays.length > 0) return [];
		const place = id === 'dashboard' ? (focus === 'list' ? 'list' : tab) : id;
		const wasAwaited = this.#isAwaited;
		this.#isAwaited = isAwaiting(view.state);
		const hasCome = wasAwaited && !this.#isAwaited && place !== 'list';
		if (place === this.#place && !hasCome) return [];
		const isFirst = this.#place === '';
		this.#place = place;
		this.#logTarget = undefined;
		if (place === 'list') {
			this.#row = undefined;
			return isFirst ? [] : [viewTitles.dashboard];
		}
		const area = id === 'dashboard' ? 'bottom' : 'page';
		if (place === 'logs') return [];
		return wordsOf(paintArea(view, area, spokenSize.columns, spokenSize.rows)).slice(
			0,
			spokenSize.rows,
		);
	}

	#rowWords(view: View): readonly string[] {
		const {list, frame} = view.state;
		const isList = frame.view !== 'dashboard' || frame.focus === 'list';
		if (!isList || frame.overlays.length > 0 || list.selected === this.#row) return [];
		this.#row = list.selected;
		return [rowSentence(view)];
	}

	/** While the log has the keys: what comes; held, the entry under the cursor. */
	#logWords(view: View): readonly string[] {
		const {state, logs} = view;
		if (this.#place !== 'logs' || state.frame.overlays.length > 0) return [];
		const {held, target} = state.logs;
		if (target !== this.#logTarget) {
			this.#logTarget = target;
			this.#logSeq = logs.at(logs.count - firstLines - 1)?.seq ?? Number.NEGATIVE_INFINITY;
		}
		if (held?.seq === this.#heldSeq && held !== undefined) return [];
		this.#heldSeq = held?.seq;
		if (held === undefined) return this.#freshWords(view);
		const entry = logs.at(logs.indexOf(held.seq));
		return entry === undefined ? [] : entryWords(entry, view);
	}

	#freshWords(view: View): readonly string[] {
		const {logs} = view;
		const known = this.#logSeq;
		const fresh: LogEntry[] = [];
		for (let index = logs.count - 1; fresh.length <= mostLines; index--) {
			const entry = logs.at(index);
			if (entry === undefined || entry.seq <= known) break;
			fresh.unshift(entry);
		}
		this.#logSeq = fresh.at(-1)?.seq ?? known;
		const lines = fresh.slice(-mostLines).flatMap(entry => entryWords(entry, view));
		return fresh.length > mostLines ? ['more lines than can be read out', ...lines] : lines;
	}
}

/** Where everything would be. */
export const spokenPlace = ({frame}: State): Layout =>
	(frame.view === 'dashboard' ? layout : pageLayout)(spokenSize.columns, spokenSize.rows);

/** True until all is there that the open tab is made of, or is known not to come. */
const isAwaiting = (state: State): boolean => {
	const tab = state.frame.view === 'dashboard' ? openTab(state) : undefined;
	if (tab === undefined) return false;
	const slots = neededKinds(state, tab).map(kind => state.detail.data[kind]);
	return slots.some(({status}) => status === 'idle' || status === 'loading');
};

/** Whose it is where the log is that of several, and its stream where that is not the usual one. */
const entryWords = ({source, line, more}: LogEntry, {state}: View): readonly string[] => {
	const {sources} = state.logs;
	const name = source && sources.size > 1 ? `${sources.get(source)?.name ?? ''}: ` : '';
	return [line, ...more].map(each => {
		if (each.kind === 'gap') return name + each.reason;
		return `${name}${each.stream === 'stderr' ? 'stderr: ' : ''}${plainText(each.text)}`;
	});
};

const textOf = (line: Line): string => line.map(({text}) => text).join('');
