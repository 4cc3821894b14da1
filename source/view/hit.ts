import type {Action} from '../store/action.ts';
import type {View} from './view.ts';

/**
 * What a click means: to run a command of the table, or to change what is shown. A click alone never
 * changes a container: commands that act are only offered by what names them, such as the footer.
 */
export type Hit =
	/** `first`: what is done before it, such as to select what it is about. */
	| {readonly kind: 'command'; readonly id: string; readonly first?: readonly Action[]}
	| {readonly kind: 'dispatch'; readonly actions: readonly Action[]};

/** A cell of a pane, from its upper left corner. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

/** What is under the pointer in a pane drawn at this size; undefined where a click does nothing. */
export type HitTest = (view: View, spot: Spot, width: number, height: number) => Hit | undefined;
