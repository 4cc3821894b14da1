import type {
	ComposePlace,
	ComposeTool,
	FileService,
	FileVolume,
	Refusal,
	ToolRefusal,
} from '../../model/compose/project.ts';

/** What is known of Compose and of the files of projects. */
export interface ComposeState {
	/** Undefined until it was looked for; a refusal where none is installed. */
	readonly tool?: ComposeTool | ToolRefusal;
	/** The project of the directory that dockmon was started in. */
	readonly here?: string;
	/** Of the projects that were looked at. */
	readonly places: ReadonlyMap<string, ComposePlace | Refusal>;
	readonly readings: ReadonlyMap<string, ComposeReading>;
}

export interface ComposeReading {
	readonly isUnderWay: boolean;
	/** As they were read last; undefined where they never were. */
	readonly services?: readonly FileService[];
	/** Those that go with `down --volumes`; undefined as above. */
	readonly volumes?: readonly FileVolume[];
	readonly readAtMillis?: number;
	/** Why they could not be read the last time; foreign text. */
	readonly problem?: string;
}

export const noCompose: ComposeState = {places: new Map(), readings: new Map()};

export type ComposeAction =
	| {readonly type: 'compose/tool-found'; readonly tool: ComposeTool | ToolRefusal}
	/** Without a name there is none. */
	| {readonly type: 'compose/here-found'; readonly project?: string}
	| {
			readonly type: 'compose/placed';
			readonly project: string;
			readonly place: ComposePlace | Refusal;
	  }
	| {readonly type: 'compose/requested'; readonly project: string}
	| {
			readonly type: 'compose/read';
			readonly project: string;
			readonly services: readonly FileService[];
			readonly volumes?: readonly FileVolume[];
			readonly atMillis: number;
	  }
	| {readonly type: 'compose/failed'; readonly project: string; readonly problem: string};
