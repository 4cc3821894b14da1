import {fitLine} from '../../source/format/line.ts';
import {cleanText} from '../../source/format/sanitise.ts';
import type {Line} from '../../source/format/span.ts';
import type {Rect} from '../../source/view/canvas/segments.ts';
import {handlePointer} from '../../source/view/frame/handle-pointer.ts';
import {paintArea} from '../../source/view/frame/paint-area.ts';
import {paintLost} from '../../source/view/frame/paint-lost.ts';
import {type Shown, shownOn} from '../../source/view/frame/shown.ts';
import {paintOverlay} from '../../source/view/overlays/index.ts';
import type {Runtime} from '../../source/view/runtime.ts';
import type {Scene} from './view-states.ts';

/** Someone with a mouse before a screen of this size: finds words there and clicks on them. */
export class Mouse {
	readonly scene: Scene;
	readonly columns: number;
	readonly rows: number;
	readonly #runtime: Runtime;

	constructor(scene: Scene, columns: number, rows: number) {
		this.scene = scene;
		this.columns = columns;
		this.rows = rows;
		this.#runtime = scene.runtime();
	}

	/** What is on the screen. */
	get screen(): readonly string[] {
		const canvas = Array.from({length: this.rows}, () => ' '.repeat(this.columns));
		const put = ({left, top, width, height}: Rect, lines: readonly Line[]): void => {
			for (const [index, line] of lines.slice(0, height).entries()) {
				const text = fitLine(line, width)
					.map(span => cleanText(span.text))
					.join('');
				const row = canvas[top + index] ?? '';
				canvas[top + index] = row.slice(0, left) + text + row.slice(left + width);
			}
		};
		const {areas, lost, overlay, view} = this.#shown();
		for (const [area, rect] of areas) put(rect, paintArea(view(), area, rect.width, rect.height));
		if (lost) put(lost.rect, paintLost(lost.kind)(view(), lost.rect.width, lost.rect.height));
		if (overlay) {
			const {width, height} = overlay.rect;
			put(overlay.rect, paintOverlay(view(), overlay.overlay, width, height));
		}
		return canvas;
	}

	/** On the last cell of this text, the topmost where it is there more than once. */
	click(text: string): this {
		const {column, row} = this.find(text);
		return this.clickAt(column, row);
	}

	clickAt(column: number, row: number): this {
		handlePointer(this.#runtime, {kind: 'press', column, row}, this.#shown);
		return this;
	}

	/** So many notches over this text, negative upwards. */
	turn(text: string, turns: number): this {
		const {column, row} = this.find(text);
		return this.turnAt(column, row, turns);
	}

	turnAt(column: number, row: number, turns: number): this {
		handlePointer(this.#runtime, {kind: 'wheel', column, row, turns}, this.#shown);
		return this;
	}

	readonly #shown = (): Shown => shownOn(this.#runtime, this.columns, this.rows);

	/** The last cell of this text. */
	find(text: string): {readonly column: number; readonly row: number} {
		const {screen} = this;
		const row = screen.findIndex(each => each.includes(text));
		if (row < 0) throw new Error(`${text} is not on\n${screen.join('\n')}`);
		return {row, column: (screen[row]?.indexOf(text) ?? 0) + text.length - 1};
	}
}
