/** What a piece of text means; a theme turns it into colour, or into bold and reverse without colour. */
export type Token =
	| 'ok'
	| 'warn'
	| 'err'
	| 'info'
	| 'pause'
	| 'accent'
	| 'muted'
	| 'dim'
	| 'load0'
	| 'load1'
	| 'load2'
	| 'load3'
	| 'load4';

/** A colour that a program in a container asked for: palette index or 24-bit. */
export type ForeignColour =
	| {readonly kind: 'index'; readonly index: number}
	| {
			readonly kind: 'rgb';
			readonly red: number;
			readonly green: number;
			readonly blue: number;
			/** It shows the colour itself, and is no text to be read. */
			readonly isSample?: true;
	  };

export interface Style {
	readonly token?: Token;
	/** Wins over `token`; the sanitiser makes it, and who shows what another theme is like. */
	readonly colour?: ForeignColour;
	readonly bold?: boolean;
	readonly dim?: boolean;
	readonly italic?: boolean;
	readonly underline?: boolean;
	readonly reverse?: boolean;
}

/** Text of one style. The text may be foreign: it is cleaned where the line is painted. */
export interface Span {
	readonly text: string;
	readonly style?: Style;
	/** On the row under the cursor: gets its background. */
	readonly isSelected?: boolean;
	/** What a click on it means: the id of a command, or what the pane itself knows it as. */
	readonly click?: string;
}

/** One row of cells before it is cut to a width. */
export type Line = readonly Span[];
