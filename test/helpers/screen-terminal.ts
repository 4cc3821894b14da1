import {EventEmitter} from 'node:events';
import xterm from '@xterm/headless';
import type {TerminalStream} from '../../source/view/canvas/screen.ts';

export interface Cell {
	readonly text: string;
	/** 0 for the right half of a wide character. */
	readonly width: number;
	/** `default`, a palette index, or `#rrggbb`. */
	readonly foreground: string;
	readonly background: string;
	readonly isBold: boolean;
	readonly isReverse: boolean;
}

/**
 * A real terminal emulator behind a stream as `process.stdout` is one: what is written to the stream
 * can be read back as cells.
 */
export class ScreenTerminal {
	readonly stream: TerminalStream & EventEmitter;
	readonly #terminal: InstanceType<typeof xterm.Terminal>;
	readonly #writes: string[] = [];
	readonly #replies: string[] = [];
	#writeCount = 0;
	/** While false, the stream says that its buffer is full. */
	#isReading = true;

	constructor(columns: number, rows: number) {
		this.#terminal = new xterm.Terminal({
			cols: columns,
			rows,
			allowProposedApi: true,
			// A terminal driver makes a line end of a newline.
			convertEol: true,
			scrollback: 100,
		});
		this.#terminal.onData(reply => this.#replies.push(reply));
		const write = (data: string, ...rest: readonly unknown[]): boolean => {
			if (data !== '') {
				this.#writes.push(data);
				this.#writeCount++;
			}
			const done = rest.find(value => typeof value === 'function') as (() => void) | undefined;
			this.#terminal.write(data, done);
			return this.#isReading;
		};
		this.stream = Object.assign(new EventEmitter(), {
			columns,
			rows,
			isTTY: true,
			writable: true,
			write,
		}) as unknown as TerminalStream & EventEmitter;
	}

	/** From now on a character takes so many cells; a mark of none goes to the one before it. */
	measureBy(version: string, cellsOf: (codePoint: number) => 0 | 1 | 2): void {
		const {unicode} = this.#terminal;
		unicode.register({
			version,
			wcwidth: cellsOf,
			charProperties: (codePoint, preceding) => {
				const cells = cellsOf(codePoint);
				// Two bits of width before the one that says that it joins: of both together it is the first's.
				return cells === 0 && preceding !== 0 ? (((preceding >> 1) & 3) << 1) | 1 : cells << 1;
			},
		});
		unicode.activeVersion = version;
	}

	/** What was written since the last call. */
	taken(): string {
		return this.#writes.splice(0).join('');
	}

	/** How often something was written. */
	get writeCount(): number {
		return this.#writeCount;
	}

	/** What the terminal would have typed into the program. */
	get replies(): readonly string[] {
		return this.#replies;
	}

	get parser(): InstanceType<typeof xterm.Terminal>['parser'] {
		return this.#terminal.parser;
	}

	resize(columns: number, rows: number): void {
		Object.assign(this.stream, {columns, rows});
		this.#terminal.resize(Math.max(2, columns), Math.max(1, rows));
		this.stream.emit('resize');
	}

	stall(): void {
		this.#isReading = false;
	}

	drain(): void {
		this.#isReading = true;
		this.stream.emit('drain');
	}

	/** Resolves when all that was written has been drawn. */
	async settled(): Promise<void> {
		await Promise.resolve();
		await new Promise<void>(resolve => {
			this.#terminal.write('', resolve);
		});
	}

	/** The text of the visible rows, without blanks at the ends. */
	rows(): readonly string[] {
		const {active} = this.#terminal.buffer;
		return Array.from(
			{length: this.#terminal.rows},
			(_, row) =>
				active
					.getLine(active.baseY + row)
					?.translateToString()
					.trimEnd() ?? '',
		);
	}

	cell(column: number, row: number): Cell {
		const {active} = this.#terminal.buffer;
		const cell = active.getLine(active.baseY + row)?.getCell(column);
		if (!cell) throw new Error(`There is no cell ${column} in row ${row}.`);
		return {
			text: cell.getChars(),
			width: cell.getWidth(),
			foreground: colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
			background: colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
			isBold: cell.isBold() !== 0,
			isReverse: cell.isInverse() !== 0,
		};
	}

	get cursor(): {readonly column: number; readonly row: number} {
		const {cursorX, cursorY} = this.#terminal.buffer.active;
		return {column: cursorX, row: cursorY};
	}

	/** Lines that scrolled off the top: none, when nothing was written where it must not. */
	get scrolledLines(): number {
		return this.#terminal.buffer.active.baseY;
	}

	/** Rows that go on from the one above, because that was too wide. */
	get wrappedRows(): readonly number[] {
		const {active} = this.#terminal.buffer;
		return Array.from({length: this.#terminal.rows}, (_, row) => row).filter(
			row => active.getLine(active.baseY + row)?.isWrapped,
		);
	}

	get isAlternate(): boolean {
		return this.#terminal.buffer.active.type === 'alternate';
	}
}

const colour = (isDefault: boolean, isRgb: boolean, value: number): string => {
	if (isDefault) return 'default';
	return isRgb ? `#${value.toString(16).padStart(6, '0')}` : String(value);
};

/** Cells that a terminal takes for each text, by its own report of the cursor. */
export const cellsInTerminal = async (texts: readonly string[]): Promise<readonly number[]> => {
	const longest = Math.max(1, ...texts.map(text => text.length * 2));
	const terminal = new xterm.Terminal({cols: longest + 2, rows: 2, allowProposedApi: true});
	const columns: number[] = [];
	terminal.onData(reply => {
		for (const [, column] of reply.matchAll(/;(\d+)R/g)) columns.push(Number(column) - 1);
	});
	const chunk = 2000;
	for (let index = 0; index < texts.length; index += chunk) {
		const data = texts.slice(index, index + chunk).map(text => `\r\u001b[2K${text}\u001b[6n`);
		await new Promise<void>(resolve => {
			terminal.write(data.join(''), resolve);
		});
	}
	terminal.dispose();
	return columns;
};
