import type {ContainerRef} from '../../model/ids.ts';

/** Who is connected to what a question is about: looked for once, when it opens. */
export interface ClientsAsked {
	/** Those that anybody may be connected to; the same array tells the same question. */
	readonly of: readonly ContainerRef[];
	/** Undefined while it is looked for; with foreign text. */
	readonly sentence?: string;
}

export type ClientsAction = {
	readonly type: 'clients/counted';
	readonly of: readonly ContainerRef[];
	readonly sentence: string;
};
