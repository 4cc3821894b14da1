import {readInkOutput} from './ink-output.ts';
import {difference, moveTo, type PaneSource, type Shown, show} from './pane-source.ts';
import {arrange, type Segment} from './segments.ts';

/** What is needed of `process.stdout`. */
export type TerminalStream = Pick<
	NodeJS.WriteStream,
	'columns' | 'rows' | 'isTTY' | 'writable' | 'write' | 'on'
>;

export interface ScreenOptions {
	/** Runs the frame that `repaint` asked for; a microtask when left out. */
	readonly schedule?: (paint: () => void) => void;
	/** The terminal has gone (EPIPE, EIO); nothing is painted from then on. */
	readonly onError?: (error: Error) => void;
}

const defaultColumns = 80;
const defaultRows = 24;

/**
 * Stands between Ink and the terminal: Ink's frame is the base, the panes are painted over it, and
 * only what changed is written, by absolute position. A terminal that reads too slowly misses
 * frames and is never sent more than one behind.
 */
export class Screen {
	readonly #target: TerminalStream;
	readonly #options: ScreenOptions;
	readonly #panes = new Map<string, PaneSource>();
	readonly #resizeListeners = new Set<() => void>();
	#base: readonly string[] = [];
	#layout: readonly (readonly Segment<PaneSource>[])[] | undefined;
	/** Of the latest frame, which stands in `#shown`. */
	#shownLayout: unknown;
	#shown: Shown[][] = [];
	#isScheduled = false;
	#isResizing = false;
	#isBlocked = false;
	#isSuspended = false;
	#isClosed = false;

	constructor(target: TerminalStream, options: ScreenOptions = {}) {
		this.#target = target;
		this.#options = options;
		target.on('resize', this.#onResize);
		target.on('drain', this.#onDrain);
		target.on('error', this.#onError);
	}

	/** This object as the stream that Ink asks for; of a stream Ink uses only what is here. */
	get stdout(): NodeJS.WritableStream {
		return this as unknown as NodeJS.WritableStream;
	}

	get columns(): number {
		return this.#target.columns > 0 ? this.#target.columns : defaultColumns;
	}

	get rows(): number {
		return this.#target.rows > 0 ? this.#target.rows : defaultRows;
	}

	get isTTY(): boolean {
		return this.#target.isTTY;
	}

	get writable(): boolean {
		return !this.#isClosed && this.#target.writable;
	}

	/** Adds the pane or replaces the one of this id. */
	setPane(id: string, pane: PaneSource): void {
		this.#panes.set(id, pane);
		this.#layout = undefined;
		this.repaint();
	}

	removePane(id: string): void {
		if (!this.#panes.delete(id)) return;
		this.#layout = undefined;
		this.repaint();
	}

	/** Asks for a frame; many requests before it make one. */
	repaint(): void {
		if (this.#isScheduled || this.#isResizing) return;
		this.#isScheduled = true;
		(this.#options.schedule ?? queueMicrotask)(() => {
			if (this.#isScheduled) this.#paint();
		});
	}

	/** The terminal no longer shows what was painted: the next frame is written whole. */
	invalidate(): void {
		this.#shown = [];
		this.#layout = undefined;
		this.repaint();
	}

	/** Something was written into this row: it is painted again. */
	invalidateRow(row: number): void {
		if (this.#shown[row] !== undefined) this.#shown[row] = [];
		this.repaint();
	}

	/** The terminal belongs to someone else: nothing is painted until `resume`. */
	suspend(): void {
		this.#isSuspended = true;
	}

	resume(): void {
		this.#isSuspended = false;
		this.invalidate();
	}

	/** For Ink: its frames become the base, modes go through. */
	write(data: string, ...rest: readonly unknown[]): boolean {
		const done = rest.find((value): value is () => void => typeof value === 'function');
		const {modes, frame} = readInkOutput(data);
		if (frame) {
			this.#base = frame;
			this.repaint();
		}
		if (modes !== '') this.#passOn(modes);
		if (done) this.#whenWritten(done);
		return true;
	}

	on(_event: 'resize', listener: () => void): this {
		this.#resizeListeners.add(listener);
		return this;
	}

	off(_event: 'resize', listener: () => void): this {
		this.#resizeListeners.delete(listener);
		return this;
	}

	/**
	 * React queues the commit of the new layout in a microtask and makes it in the next turn of the
	 * loop. Queued behind it in the same way, this is one frame, and none of the old layout before.
	 */
	readonly #onResize = (): void => {
		this.#isResizing = true;
		for (const listener of this.#resizeListeners) listener();
		queueMicrotask(() => setImmediate(this.#afterResize));
	};

	readonly #afterResize = (): void => {
		this.#isResizing = false;
		this.invalidate();
	};

	readonly #onDrain = (): void => {
		this.#isBlocked = false;
		this.repaint();
	};

	/** Stays attached: a stream that fails late must not end the process. */
	readonly #onError = (error: Error): void => {
		this.#isClosed = true;
		this.#options.onError?.(error);
	};

	/** Ink itself leaves the alternate screen when it lends the terminal out and at the end. */
	#passOn(modes: string): void {
		if (this.#isClosed) return;
		this.#target.write(modes);
		if (modes.includes('\u001b[?1049l')) this.suspend();
		if (modes.includes('\u001b[?1049h')) this.resume();
	}

	#whenWritten(done: () => void): void {
		if (this.#isScheduled) this.#paint();
		if (this.#isClosed) queueMicrotask(done);
		else this.#target.write('', () => done());
	}

	#paint(): void {
		this.#isScheduled = false;
		if (!this.#mayPaint()) return;
		const frame = this.#compose();
		if (frame === '') return;
		// One synchronized update, so that no half frame is seen.
		this.#isBlocked = !this.#target.write(`\u001b[?2026h${frame}\u001b[?2026l`);
	}

	#mayPaint(): boolean {
		return !(this.#isClosed || this.#isSuspended || this.#isBlocked || this.#isResizing);
	}

	#compose(): string {
		this.#layout ??= arrange(this.#panes.values(), this.columns, this.rows);
		const layout = this.#layout;
		const isInPlace = layout === this.#shownLayout;
		this.#shownLayout = layout;
		const contents = new Map<PaneSource, readonly string[]>();
		let frame = this.#shown.length === 0 ? this.#eraseLastCell() : '';
		// Loops: hundreds of segments are looked at in each frame, of which few have changed.
		for (let row = 0; row < layout.length; row++) {
			const segments = layout[row] ?? [];
			const before = this.#shown[row] ?? [];
			const now = isInPlace ? before : [];
			this.#shown[row] = now;
			for (let index = 0; index < segments.length; index++) {
				const segment = segments[index] as Segment<PaneSource>;
				const known = before[index];
				const source = this.#source(segment, row, contents);
				if (isInPlace && known?.source === source) continue;
				const shown = show(segment, source, known);
				now[index] = shown;
				frame += difference(known, shown, row);
			}
		}
		return frame;
	}

	/** No segment covers it. */
	#eraseLastCell(): string {
		return `${moveTo(this.rows - 1, this.columns - 1)}\u001b[K`;
	}

	/** The row of the pane, painted once a frame, or of Ink's frame. */
	#source(
		{pane}: Segment<PaneSource>,
		row: number,
		contents: Map<PaneSource, readonly string[]>,
	): string {
		if (!pane?.paint) return this.#base[row] ?? '';
		const {rect} = pane;
		const content = contents.get(pane) ?? pane.paint(rect.width, rect.height);
		contents.set(pane, content);
		return content[row - rect.top] ?? '';
	}
}
