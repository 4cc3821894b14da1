import type {Wait} from '../attention/dependencies.ts';

/** A service with what it waits for. */
export interface GraphService {
	readonly name: string;
	readonly waits: readonly Wait[];
}

/** A place in a column: a service, or a line on its way past to one further right. */
export interface GraphItem {
	/** Of the service, or of the one that the line leads to. */
	readonly name: string;
	readonly isPassing: boolean;
	/** What it waits for, from top to bottom: each has a row of its own, the first that of the name. */
	readonly waits: readonly Wait[];
	readonly row: number;
}

/** A line that begins at the right of an item. */
interface GraphEnd {
	readonly row: number;
	/** Undefined for a line that only passes. */
	readonly wait?: Wait;
}

/** All lines that lead from one column to the same item of the next one; they join on their way. */
export interface GraphStrand {
	/** The service that they lead to in the end. */
	readonly target: string;
	readonly from: readonly GraphEnd[];
	readonly toRow: number;
	/** It arrives there, and does not pass. */
	readonly isEnd: boolean;
	/** Where it goes up or down, from the left; undefined where it is straight. */
	readonly track?: number;
}

export interface GraphColumn {
	readonly items: readonly GraphItem[];
	/** To the next column. */
	readonly strands: readonly GraphStrand[];
	readonly tracks: number;
}

export interface Graph {
	/** Whoever waits stands left of what it waits for. */
	readonly columns: readonly GraphColumn[];
	readonly height: number;
	/** False where it is too big, and where lines would have to lie on each other: there are none then. */
	readonly isDrawable: boolean;
	/** Those that wait for nobody, and nobody for them. */
	readonly alone: readonly string[];
	/** Those that wait for each other: the lines that would close a circle are left out. */
	readonly circle: readonly string[];
}
