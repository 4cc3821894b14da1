import type {Effects, Keymap} from '../../source/commands/command.ts';
import {commandTable} from '../../source/commands/command-table.ts';
import {createKeymap} from '../../source/commands/keymap.ts';
import {unicodeSymbols} from '../../source/format/symbols.ts';
import {type ActionPolicy, usualPolicy} from '../../source/model/act/policy.ts';
import type {Container} from '../../source/model/container.ts';
import type {ActionRequest} from '../../source/store/act/action-request.ts';
import type {BulkPlan} from '../../source/store/act/bulk-state.ts';
import type {Action} from '../../source/store/action.ts';
import {History} from '../../source/store/history.ts';
import {initialState} from '../../source/store/initial-state.ts';
import {LogBook} from '../../source/store/logs/log-book.ts';
import {LogSheet} from '../../source/store/logs/log-sheet.ts';
import {readLogs} from '../../source/store/logs/read-logs.ts';
import type {Confirm} from '../../source/store/overlay.ts';
import {selectRows} from '../../source/store/select-rows.ts';
import {selectedRow} from '../../source/store/select-target.ts';
import type {State} from '../../source/store/state.ts';
import type {Store} from '../../source/store/store.ts';
import {createStore} from '../../source/store/store.ts';
import {Viewport} from '../../source/store/viewport.ts';
import {type ViewId, views} from '../../source/store/views.ts';
import {handleChord, handlePaste, type ShownSizes} from '../../source/view/frame/handle-chord.ts';
import {layout} from '../../source/view/frame/layout.ts';
import {moveBorder} from '../../source/view/frame/move-border.ts';
import {viewOf} from '../../source/view/frame/view-of.ts';
import {logMoves} from '../../source/view/panes/logs/log-moves.ts';
import {tabMoves} from '../../source/view/panes/tabs/tab-moves.ts';
import type {Runtime} from '../../source/view/runtime.ts';
import {anEndpoint, anEngine, startMillis} from './builders.ts';
import {FakePointer} from './fake-pointer.ts';
import {notingShells} from './shell-effects.ts';
import {bulkRequest} from './targets.ts';

export interface UserOptions {
	/** Connected, with these in the list; without it nothing has answered yet. */
	readonly containers?: readonly Container[];
	readonly effects?: Partial<Effects>;
	/** By default the keys as they are without a configuration. */
	readonly keymap?: Keymap;
	readonly now?: () => number;
	readonly policy?: ActionPolicy;
	/** Rows of the focused pane. */
	readonly pageRows?: number;
	/** A terminal that does not show what is selected. */
	readonly isSmall?: boolean;
	readonly isInTmux?: boolean;
}

/** The list as text: `> api` is selected, `- shop 2/3` an open heading, `+ shop 2/3` a folded one. */
const drawRows = (state: State): readonly string[] => {
	const selected = selectedRow(state);
	return selectRows(state).map(row => {
		const mark = row === selected ? '>' : ' ';
		if (row.kind === 'container') return `${mark} ${row.name}`;
		const fold = row.isFolded ? '+' : '-';
		return `${mark} ${fold} ${row.name} ${row.running}/${row.keys.length}`;
	});
};

/** As if it was asked about one. */
const questionOf = (plan: BulkPlan): Confirm => ({
	title: `${plan.title}?`,
	lines: [
		...plan.rows.map(({name, id, state, skipped}) =>
			[name, id, state, ...(skipped === undefined ? [] : [skipped])].join('  '),
		),
		...plan.notes,
	],
	request: {kind: 'action', ...bulkRequest(plan)},
});

/** Someone at the keyboard: presses chords, looks at rows and messages; the effects are noted. */
export class User {
	readonly store: Store;
	readonly logs = new LogBook();
	readonly sheet = new LogSheet(this.logs);
	readonly history = new History();
	readonly viewport = new Viewport();
	readonly pointer = new FakePointer();
	/** What the commands asked for beside changes of the state: `quit`, `stop 2`. */
	readonly asked: string[] = [];
	readonly requests: ActionRequest[] = [];
	#nowMillis = startMillis;
	readonly #runtime: Runtime;
	readonly #pageRows: number;
	readonly #isSmall: boolean;

	constructor({
		keymap = createKeymap(commandTable),
		containers,
		effects,
		now,
		policy = usualPolicy,
		pageRows = 10,
		isSmall = false,
		isInTmux = false,
	}: UserOptions = {}) {
		this.store = createStore(initialState(anEndpoint, startMillis, {isInTmux, policy}), flush =>
			flush(),
		);
		this.#pageRows = pageRows;
		this.#isSmall = isSmall;
		this.#runtime = {
			store: this.store,
			history: this.history,
			logs: this.sheet,
			viewport: this.viewport,
			pointer: this.pointer,
			symbols: unicodeSymbols,
			keymap,
			zoneOffsetMinutes: 0,
			now: now ?? (() => this.#nowMillis),
			effects: {...this.#notingEffects(), ...effects},
		};
		if (containers === undefined) return;
		this.dispatch({type: 'connection/opened', engine: anEngine, atMillis: startMillis});
		this.sees(containers);
	}

	get state(): State {
		return this.store.getState();
	}

	/** The rows from top to bottom, drawn by `drawRows`. */
	get list(): readonly string[] {
		return drawRows(this.state);
	}

	get selected(): string | undefined {
		return selectedRow(this.state)?.name;
	}

	/** Texts of all messages, oldest first. */
	get messages(): readonly string[] {
		return this.state.messages.map(message => `${message.level}: ${message.text}`);
	}

	/** The question on the screen. */
	get question(): Confirm | undefined {
		const overlay = this.state.frame.overlays.at(-1);
		if (overlay?.kind === 'confirm') return overlay.confirm;
		return overlay?.kind === 'bulk' && overlay.plan ? questionOf(overlay.plan) : undefined;
	}

	/** Numbers of the lines of the log that pass its filters. */
	get shownLines(): readonly number[] {
		const sheet = readLogs(new LogSheet(this.logs), this.state);
		return Array.from({length: sheet.count}, (_, index) => sheet.at(index)?.seq ?? 0);
	}

	press(...chords: readonly string[]): void {
		for (const chord of chords) handleChord(this.#runtime, chord, this.#sizes());
	}

	/** Presses the key of a screen. */
	open(view: ViewId): void {
		this.press(String(views.indexOf(view) + 1));
	}

	paste(text: string): void {
		handlePaste(this.#runtime, text, this.#sizes());
	}

	#sizes(): ShownSizes {
		return {
			...{pageRows: this.#pageRows, overlayOverflow: 3, isTargetHidden: this.#isSmall},
			moveBorder: (border, step) => {
				const {frame} = this.state;
				const place = layout(120, 40, frame.zoomed ? frame.focus : undefined, frame.sizes);
				return moveBorder(place, frame.sizes, border, step);
			},
			// The rule above the log counts too.
			logMoves: logMoves(() => viewOf(this.#runtime, {size: 'S'}), {
				width: 80,
				height: this.#pageRows + 1,
			}),
			tabMoves: tabMoves(() => viewOf(this.#runtime, {size: 'S'}), {
				width: 80,
				height: this.#pageRows + 1,
			}),
		};
	}

	/** Character by character, as decoded from the keyboard. */
	type(text: string): void {
		this.press(...[...text].map(character => (character === ' ' ? 'space' : character)));
	}

	/** A moment passes; nothing else happens. */
	wait(millis: number): void {
		this.#nowMillis += millis;
	}

	/** The engine lists these. */
	sees(containers: readonly Container[]): void {
		this.dispatch({type: 'containers/listed', containers, atMillis: this.#nowMillis});
	}

	/** The list may be sorted anew. */
	reorder(): void {
		this.dispatch({type: 'list/reordered', atMillis: this.#nowMillis});
	}

	dispatch(action: Action): void {
		this.store.dispatch(action);
	}

	#notingEffects(): Effects {
		const note = (what: string) => (): void => {
			this.asked.push(what);
		};
		return {
			runAction: request => {
				this.requests.push(request);
				this.asked.push(`${request.action.verb} ${request.targets.length}`);
			},
			...notingShells(what => this.asked.push(what)),
			beginBulk: plan => {
				this.requests.push(bulkRequest(plan));
				this.asked.push(`bulk ${plan.action.verb} ${this.requests.at(-1)?.targets.length}`);
			},
			retryBulk: note('retry bulk'),
			cancelBulk: note('cancel bulk'),
			copyOut: (_key, path) => void this.asked.push(`copy out ${path}`),
			askCopyIn: ({from, folder}) => void this.asked.push(`copy in ${from} ${folder}`),
			copyIn: ({from, folder, mayReplace}) =>
				void this.asked.push(`${mayReplace ? 'replace by' : 'put'} ${from} ${folder}`),
			cancelCopy: note('cancel copy'),
			openUrl: url => void this.asked.push(`open ${url}`),
			runProgram: ({argv}) => void this.asked.push(`run ${argv.join('|')}`),
			cancelProgram: note('cancel'),
			readProjects: note('read projects'),
			orderBulk: () => undefined,
			askDownVolumes: project => void this.asked.push(`volumes of ${project}`),
			showConfig: project => void this.asked.push(`config ${project}`),
			loadOlder: note('older'),
			retry: note('retry'),
			startDemo: note('demo'),
			saveHighlight: (rule, isKept) =>
				void this.asked.push(`${isKept ? 'keep' : 'drop'} ${rule.pattern.text} ${rule.colour}`),
			copy: (text, what) => void this.asked.push(`copy ${what}: ${text}`),
			save: ({subject, extension, lines}) =>
				void this.asked.push(`save ${subject}.${extension}: ${lines.join('|')}`),
			takeMouse: isTaken => void this.asked.push(isTaken ? 'take mouse' : 'free mouse'),
			findThemes: note('find themes'),
			repaint: note('repaint'),
			suspend: note('suspend'),
			quit: note('quit'),
		};
	}
}

/** What is known after these have happened, from the very beginning. */
export const stateAfter = (...actions: readonly Action[]): State => {
	const user = new User();
	for (const action of actions) user.dispatch(action);
	return user.state;
};
