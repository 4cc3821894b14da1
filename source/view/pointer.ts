/** What the mouse did on the screen; cells count from 0 at the upper left. */
export type PointerEvent =
	| {readonly kind: 'press'; readonly column: number; readonly row: number}
	/** `turns`: notches of the wheel, negative upwards. */
	| {
			readonly kind: 'wheel';
			readonly column: number;
			readonly row: number;
			readonly turns: number;
	  };

export interface Pointer {
	/** In the order in which keys and mouse were used. Returns the way to stop. */
	subscribe(listener: (event: PointerEvent) => void): () => void;
}
